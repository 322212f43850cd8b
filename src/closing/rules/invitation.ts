import type { ResolvedSession } from '../../catalogue/index.ts';
import { GRACE } from '../../enrolment/index.ts';
import { endOf } from '../../hearings/index.ts';
import { waitsToBeRead } from '../../keptFiles/index.ts';
import { closingOf, correctionTime, hasNotCome, ordinaryFiles, type PieceWithFiles } from '../../pieces/index.ts';
import type { FileCase } from '../fileCase.ts';
import type { Refusal } from '../refusals.ts';

/** The pieces that an invitation names and reopens. */
export function missingOf({ pieces, found }: Pick<FileCase, 'pieces' | 'found'>): readonly PieceWithFiles[] {
  return pieces.filter(({ code }) => found?.missing.includes(code) === true);
}

/** Why the candidate of this file can't be invited to regularise now; null: they can. */
export function whyNotInvited(
  file: Pick<FileCase, 'pieces' | 'found' | 'invitations'>,
  session: ResolvedSession,
  now: Temporal.Instant,
): Refusal | null {
  const { found, pieces, invitations } = file;
  const isBefore = (end: Temporal.Instant): boolean => Temporal.Instant.compare(now, end) < 0;
  if (found === null) {
    const open = pieces.find((piece) => isAwaited(piece) && isBefore(closingOf(piece)));
    return open === undefined ? { code: 'nothing-missing' } : { code: 'not-closed', closesAt: closingOf(open) };
  }
  if (waitsToBeRead(ordinaryFiles(pieces))) return { code: 'being-read' };
  const [last] = invitations;
  if (found.state === 'invited' && last !== undefined) return { code: 'already-invited', until: endOf(last) };
  if (found.state === 'apart') return { code: 'begun-in-time' };
  const graces = missingOf(file).map((piece) => closingOf(piece).add(GRACE));
  const inGrace = graces.find(isBefore);
  if (inGrace !== undefined) return { code: 'in-grace', until: inGrace };
  return isBefore(correctionTime(session, now)) ? null : { code: 'no-time-left' };
}

/** The pieces that this candidate still has to give, late or not: those for which time can be granted. */
export function awaitedOf({ pieces }: Pick<FileCase, 'pieces'>): readonly PieceWithFiles[] {
  return pieces.filter(isAwaited);
}

/** Why this candidate can't be granted time until then. None that was told ends earlier, and the convocations wait for nobody. */
export function whyNotGranted(
  file: Pick<FileCase, 'pieces'>,
  { lastCorrectionAt }: Pick<ResolvedSession, 'lastCorrectionAt'>,
  until: Temporal.Instant,
  now: Temporal.Instant,
): Refusal | null {
  const awaited = awaitedOf(file);
  if (awaited.length === 0) return { code: 'nothing-awaited' };
  if (Temporal.Instant.compare(until, lastCorrectionAt) > 0)
    return { code: 'after-convocations', until: lastCorrectionAt };
  if (Temporal.Instant.compare(until, now) <= 0) return { code: 'not-ahead' };
  return awaited.some((piece) => Temporal.Instant.compare(closingOf(piece), until) < 0)
    ? null
    : { code: 'no-more-time' };
}

function isAwaited(piece: PieceWithFiles): boolean {
  return piece.countsForValidation && !piece.confidential && hasNotCome(piece);
}

import type { ResolvedSession } from '../../catalogue/index.ts';
import { GRACE } from '../../enrolment/index.ts';
import { closingOf, correctionTime, type PieceWithFiles } from '../../pieces/index.ts';
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
  const [last] = invitations;
  if (found.state === 'invited' && last !== undefined) return { code: 'already-invited', until: last.until };
  if (found.state === 'apart') return { code: 'begun-in-time' };
  const graces = missingOf(file).map((piece) => closingOf(piece).add(GRACE));
  const inGrace = graces.find(isBefore);
  if (inGrace !== undefined) return { code: 'in-grace', until: inGrace };
  return isBefore(correctionTime(session, now)) ? null : { code: 'no-time-left' };
}

function isAwaited({ countsForValidation, confidential, status, files }: PieceWithFiles): boolean {
  const hasNotCome = status === 'non-compliant' || (status === 'none' && files.length === 0);
  return countsForValidation && !confidential && hasNotCome;
}

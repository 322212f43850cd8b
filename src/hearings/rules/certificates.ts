import type { ResolvedSession } from '../../catalogue/index.ts';
import { waitsToBeRead } from '../../keptFiles/index.ts';
import {
  closingOf,
  correctionTime,
  hasNotCome,
  ordinaryFiles,
  type PieceWithFiles,
  waitingForWaiver,
} from '../../pieces/index.ts';
import { PARIS } from '../../platform/time.ts';
import type { Hearing } from '../hearing.ts';
import type { Refusal } from '../refusals.ts';

type Asked = {
  /** Their codes. */
  readonly certificates: readonly string[];
  readonly session: ResolvedSession;
  /** Of this enrolment, whatever became of them. */
  readonly hearings: readonly Pick<Hearing, 'kind' | 'at'>[];
};

/**
 * Why nobody may think of leaving this candidate out of a unit; null: each certificate that is missing had its time, corrections included,
 * no file waits to be read, and no waiver for the office's word. What is in and not yet looked at is the office's turn, never the candidate's fault.
 */
export function whyNotOwed(
  pieces: readonly PieceWithFiles[],
  { certificates, session, hearings }: Asked,
  now: Temporal.Instant,
): Refusal | null {
  const waiting = waitingForWaiver(pieces);
  const asked = pieces.filter(({ code }) => certificates.includes(code));
  if (waitsToBeRead(ordinaryFiles(pieces)) || asked.some(({ code }) => waiting.has(code)))
    return { code: 'nothing-owed' };
  const missing = asked.filter(hasNotCome);
  if (missing.length === 0) return { code: 'nothing-owed' };
  const heardAt = firstHeard(hearings);
  const ends = missing.map((piece) => (heardAt === null ? closingOf(piece) : ownEnd(piece, session, heardAt)));
  const open = ends.find((end) => Temporal.Instant.compare(now, end) < 0);
  return open === undefined ? null : { code: 'time-left', until: open };
}

/** When they were first invited to answer: the time of each certificate was over then. */
function firstHeard(hearings: Asked['hearings']): Temporal.Instant | null {
  const units = hearings.filter(({ kind }) => kind === 'units').map(({ at }) => at);
  return units.toSorted(Temporal.Instant.compare)[0] ?? null;
}

/**
 * The end of a certificate's own time, once an invitation reopened it: that it may still be given keeps nobody from deciding, a refusal since
 * then leaves what any refusal does.
 */
function ownEnd(
  { status, reviewedAt }: PieceWithFiles,
  session: ResolvedSession,
  heardAt: Temporal.Instant,
): Temporal.Instant {
  const refused =
    status === 'non-compliant' && reviewedAt !== null && Temporal.Instant.compare(reviewedAt, heardAt) > 0;
  return refused ? correctionTime(session, reviewedAt) : heardAt;
}

/** What ends the matter, of the pieces that the office hasn't accepted: the certificates, and the waivers that excuse them. */
export function curesOf(pieces: readonly PieceWithFiles[], certificates: readonly string[]): readonly string[] {
  return pieces
    .filter(({ code, excuses }) => [code, ...excuses].some((one) => certificates.includes(one)))
    .filter(({ status }) => !SETTLED.has(status))
    .map(({ code }) => code);
}

/** The instant before which it is given: that of the first tests. */
export function endOfCure({ examStartsOn }: Pick<ResolvedSession, 'examStartsOn'>): Temporal.Instant {
  return examStartsOn.on.toZonedDateTime(PARIS).toInstant();
}

/** The certificates that are missing, whatever the day. */
export function missingCertificates(
  pieces: readonly PieceWithFiles[],
  certificates: readonly string[],
): readonly PieceWithFiles[] {
  return pieces.filter((piece) => certificates.includes(piece.code) && hasNotCome(piece));
}

/** None is owed any more: each is in order, excused or not asked. */
export function allSettled(pieces: readonly PieceWithFiles[], certificates: readonly string[]): boolean {
  const excused = new Set(pieces.flatMap(({ status, excuses }) => (status === 'compliant' ? excuses : [])));
  return pieces
    .filter(({ code }) => certificates.includes(code) && !excused.has(code))
    .every(({ status }) => SETTLED.has(status));
}

const SETTLED: ReadonlySet<PieceWithFiles['status']> = new Set(['compliant', 'exempted', 'not-applicable']);

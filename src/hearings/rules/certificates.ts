import type { PieceWithFiles } from '../../pieces/index.ts';
import { closingOf, hasNotCome, waitingForWaiver } from '../../pieces/index.ts';
import type { Refusal } from '../refusals.ts';

/**
 * Why nobody may think of leaving this candidate out of a unit; null: each certificate that is missing had its time, corrections included,
 * and no waiver waits for the office's word. What is in and not yet looked at is the office's turn, never the candidate's fault.
 */
export function whyNotOwed(
  pieces: readonly PieceWithFiles[],
  certificates: readonly string[],
  now: Temporal.Instant,
): Refusal | null {
  const waiting = waitingForWaiver(pieces);
  const asked = pieces.filter(({ code }) => certificates.includes(code));
  if (asked.some(({ code }) => waiting.has(code))) return { code: 'nothing-owed' };
  const missing = asked.filter(hasNotCome);
  if (missing.length === 0) return { code: 'nothing-owed' };
  const open = missing.map(closingOf).find((end) => Temporal.Instant.compare(now, end) < 0);
  return open === undefined ? null : { code: 'time-left', until: open };
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

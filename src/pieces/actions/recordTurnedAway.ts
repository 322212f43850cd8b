import { type EnrolmentId, enrolmentStream, lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { type Act, readStream } from '../../platform/journal.ts';
import type { PieceActDeps } from '../deps.ts';
import { lockPiece } from '../store/pieces.ts';

/** Who tries all night fills no journal: of the last entries, so many may say the same. */
const LAST = { entries: 20, alike: 3 } as const;

/** A file that came and that we could not take, for a reason of ours: when it began to arrive is what counts, and stays on record.
 * `begunBefore`: of one that arrived in parts. */
export async function recordTurnedAway(
  deps: PieceActDeps,
  act: Act,
  {
    enrolmentId,
    candidateId,
    code,
  }: { readonly enrolmentId: EnrolmentId; readonly candidateId: string; readonly code: string },
  begunBefore?: Temporal.Instant,
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const enrolment = await lockEnrolment(tx, enrolmentId);
    const piece = await lockPiece(tx, enrolmentId, code);
    if (enrolment === null || enrolment.candidateId !== candidateId || piece === null) return;
    const last = await readStream(tx, enrolmentStream(enrolmentId), LAST.entries);
    if (last.filter(({ name }) => name === 'piece.turnedAway').length >= LAST.alike) return;
    const begunAt = begunBefore ?? (await readMoment(tx, act)).begunAt;
    await deps.events.publish(tx, act, 'piece.turnedAway', subjectOf(enrolment), {
      enrolmentId,
      pieceId: piece.id,
      code,
      confidential: piece.confidential,
      begunAt: begunAt.toString(),
    });
  });
}

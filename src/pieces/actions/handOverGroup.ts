import { type EnrolmentId, isRunning, lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PieceActDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { handOverState } from '../rules/pieceState.ts';
import { listPieces, markHandedOver } from '../store.ts';

/** *J'ai fourni toutes mes pièces*: hands the group over and locks it until a refusal. A second click changes nothing. */
export async function handOverGroup(
  deps: PieceActDeps,
  act: Act,
  enrolmentId: EnrolmentId,
  candidateId: string,
  group: string,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const enrolment = await lockEnrolment(tx, enrolmentId);
    if (enrolment === null || enrolment.candidateId !== candidateId) return refuse({ code: 'not-found' });
    if (!isRunning(enrolment)) return refuse({ code: 'enrolment-ended' });
    const pieces = (await listPieces(tx, enrolmentId)).filter((piece) => piece.group === group);
    if (pieces.length === 0) return refuse({ code: 'not-found' });
    const state = handOverState(pieces);
    if (state === 'missing') return refuse({ code: 'pieces-missing' });
    if (state === 'handed-over') return ok(null);
    const confidential = new Set(pieces.filter((piece) => piece.confidential).map(({ code }) => code));
    const codes = await markHandedOver(tx, enrolmentId, group);
    await deps.events.publish(tx, act, 'pieces.handedOver', subjectOf(enrolment), {
      enrolmentId,
      group,
      pieces: codes.filter((code) => !confidential.has(code)),
      confidential: codes.some((code) => confidential.has(code)),
    });
    return ok(null);
  });
}

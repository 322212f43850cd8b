import { type Enrolment, type EnrolmentId, isRunning, onEnrolment, subjectOf } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PieceActDeps } from '../deps.ts';
import type { PieceWithFiles } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { handOverState } from '../rules/pieceState.ts';
import { readyTogether } from '../rules/together.ts';
import { listPieces } from '../store/pieces.ts';
import { markHandedOver } from '../store/states.ts';

/** *J'ai fourni toutes mes pièces*: hands one group over and locks it until a refusal. A second click changes nothing. */
export async function handOverGroup(
  deps: PieceActDeps,
  act: Act,
  enrolmentId: EnrolmentId,
  candidateId: string,
  group: string,
): Promise<Result<null, Refusal>> {
  return withOwnPieces(deps, enrolmentId, candidateId, async (tx, enrolment, all) => {
    const pieces = all.filter((piece) => piece.group === group);
    if (pieces.length === 0) return refuse({ code: 'not-found' });
    const state = handOverState(pieces);
    if (state === 'missing') return refuse({ code: 'pieces-missing' });
    if (state === 'ready') await handOver(deps, tx, act, enrolment, group, pieces);
    return ok(null);
  });
}

/** The same of all groups that are due together, once none of them misses anything. A second click changes nothing. */
export async function handOverTogether(
  deps: PieceActDeps,
  act: Act,
  enrolmentId: EnrolmentId,
  candidateId: string,
): Promise<Result<null, Refusal>> {
  return withOwnPieces(deps, enrolmentId, candidateId, async (tx, enrolment, all) => {
    const together = readyTogether(all);
    const waits = all.some((piece) => piece.files.length > 0 && piece.handedOverAt === null && piece.status === 'none');
    if (together === null) return waits ? refuse({ code: 'pieces-missing' }) : ok(null);
    for (const group of together.groups) {
      const pieces = all.filter((piece) => piece.group === group);
      await handOver(deps, tx, act, enrolment, group, pieces);
    }
    return ok(null);
  });
}

function withOwnPieces(
  deps: PieceActDeps,
  enrolmentId: EnrolmentId,
  candidateId: string,
  work: (tx: Tx, enrolment: Enrolment, pieces: readonly PieceWithFiles[]) => Promise<Result<null, Refusal>>,
): Promise<Result<null, Refusal>> {
  return onEnrolment<null, Refusal>(deps.db, { id: enrolmentId, candidateId }, async (tx, enrolment) => {
    if (!isRunning(enrolment)) return refuse({ code: 'enrolment-ended' });
    return work(tx, enrolment, await listPieces(tx, enrolmentId));
  });
}

async function handOver(
  deps: PieceActDeps,
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  group: string,
  pieces: readonly PieceWithFiles[],
): Promise<void> {
  const confidential = new Set(pieces.filter((piece) => piece.confidential).map(({ code }) => code));
  const codes = await markHandedOver(tx, enrolment.id, group);
  await deps.events.publish(tx, act, 'pieces.handedOver', subjectOf(enrolment), {
    enrolmentId: enrolment.id,
    group,
    pieces: codes.filter((code) => !confidential.has(code)),
    confidential: codes.some((code) => confidential.has(code)),
  });
}

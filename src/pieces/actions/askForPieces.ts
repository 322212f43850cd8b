import {
  completeReview,
  dossierOf,
  type Enrolment,
  lockEnrolment,
  readEnrolmentId,
  reviewAnswers,
  validateEnrolment,
} from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import { type PieceActDeps, sessionOf } from '../deps.ts';
import { SIGNED_CONFIRMATION } from '../piece.ts';
import { pieceList } from '../rules/pieceList.ts';
import { allInOrder } from '../rules/pieceState.ts';
import { listPieces, moveWindows, prolongCorrections, reopenPiece, type Which, writeRequired } from '../store.ts';
import { settleExcuses } from './settleExcuses.ts';

type Person = Parameters<typeof dossierOf>[1]['person'];
type Deps = Pick<PieceActDeps, 'catalogue'>;

/**
 * At each *Enregistrer*: the list that the rules give for this version. A changed enrolment voids its signature, so the
 * signed confirmation is asked for again.
 */
export async function askForPieces(
  deps: Deps,
  tx: Tx,
  enrolment: Enrolment,
  person: Person,
  act: Act = SYSTEM,
): Promise<void> {
  await writeList(deps, tx, enrolment, person, act);
  if (enrolment.version > 1) await reopenPiece(tx, enrolment.id, SIGNED_CONFIRMATION);
}

/**
 * After rules were published, where the office chose so: a registered enrolment gets the list that they give, its signature
 * and its files kept. A validated one keeps its list: only windows move.
 */
export async function followRules(
  deps: Pick<PieceActDeps, 'catalogue' | 'events'>,
  tx: Tx,
  enrolment: Enrolment,
  person: Person,
  act: Act = SYSTEM,
): Promise<void> {
  if (enrolment.status === 'registered') {
    await writeList(deps, tx, enrolment, person, act);
    // What was still missing may no longer be asked.
    if (allInOrder(await listPieces(tx, enrolment.id))) await validateEnrolment(deps, tx, act, enrolment);
  }
  const { pieceGroups, correctionsEndAt } = sessionOf(deps.catalogue(), enrolment.session);
  if (enrolment.status === 'validated') await moveWindows(tx, enrolment.id, pieceGroups);
  await prolongCorrections(tx, enrolment.id, correctionsEndAt.at);
}

/** After what the candidate said of their health changed alone: what is offered for it, and not a piece that the office reads. */
export async function offerWaivers(
  deps: Deps,
  tx: Tx,
  enrolment: Enrolment,
  person: Person,
  act: Act = SYSTEM,
): Promise<void> {
  await writeList(deps, tx, enrolment, person, act, 'confidential');
}

/** After a reserve was lifted: nothing else may have kept the enrolment from being validated. */
export async function validateIfInOrder(
  deps: Pick<PieceActDeps, 'events'>,
  tx: Tx,
  enrolmentId: string,
  act: Act,
): Promise<void> {
  const id = readEnrolmentId(enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  if (enrolment !== null && allInOrder(await listPieces(tx, enrolment.id)))
    await validateEnrolment(deps, tx, act, enrolment);
}

async function writeList(
  deps: Deps,
  tx: Tx,
  enrolment: Enrolment,
  person: Person,
  act: Act,
  which: Which = 'all',
): Promise<void> {
  const now = enrolment.registeredAt ?? enrolment.savedAt;
  const dossier = dossierOf(enrolment, { catalogue: deps.catalogue(), now, person }, 'registered');
  const review = completeReview(reviewAnswers(dossier));
  if (review === null) throw new Error(`The registered version of ${enrolment.id} can't be read again`);
  const { academy, session, id: enrolmentId } = enrolment;
  await writeRequired(tx, { academy, session, enrolmentId }, pieceList(enrolment, dossier, review), which);
  await settleExcuses(tx, act, enrolment);
}

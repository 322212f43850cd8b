import { lockEnrolment, type RegisteredFile, readEnrolmentId, validateEnrolment } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { type PieceActDeps, sessionOf } from '../deps.ts';
import { SIGNED_CONFIRMATION } from '../piece.ts';
import { pieceList } from '../rules/pieceList.ts';
import { allInOrder } from '../rules/pieceState.ts';
import { listPieces } from '../store/pieces.ts';
import { type Which, writeRequired } from '../store/required.ts';
import { reopenPiece } from '../store/states.ts';
import { moveWindows, prolongCorrections } from '../store/windows.ts';
import { settleExcuses } from './settleExcuses.ts';

/**
 * At each *Enregistrer*: the list that the rules give for this version. A changed enrolment voids its signature, so the
 * signed confirmation is asked for again.
 */
export async function askForPieces(tx: Tx, file: RegisteredFile, act: Act): Promise<void> {
  const { enrolment } = file;
  await writeList(tx, file, act);
  if (enrolment.version > 1) await reopenPiece(tx, enrolment.id, SIGNED_CONFIRMATION);
}

/**
 * After rules were published, where the office chose so: a registered enrolment gets the list that they give, its signature
 * and its files kept. A validated one keeps its list: only windows move.
 */
export async function followRules(
  deps: Pick<PieceActDeps, 'catalogue' | 'events'>,
  tx: Tx,
  file: RegisteredFile,
  act: Act,
): Promise<void> {
  const { enrolment } = file;
  if (enrolment.status === 'registered') {
    await writeList(tx, file, act);
    // What was still missing may no longer be asked.
    if (allInOrder(await listPieces(tx, enrolment.id))) await validateEnrolment(deps, tx, act, enrolment);
  }
  const { pieceGroups, correctionsEndAt } = sessionOf(deps.catalogue(), enrolment.session);
  if (enrolment.status === 'validated') await moveWindows(tx, enrolment.id, pieceGroups);
  await prolongCorrections(tx, enrolment.id, correctionsEndAt.at);
}

/** After what the candidate said of their health changed alone: what is offered for it, and not a piece that the office reads. */
export async function offerWaivers(tx: Tx, file: RegisteredFile, act: Act): Promise<void> {
  await writeList(tx, file, act, 'confidential');
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
  tx: Tx,
  { enrolment, dossier, review }: RegisteredFile,
  act: Act,
  which: Which = 'all',
): Promise<void> {
  const { academy, session, id: enrolmentId } = enrolment;
  await writeRequired(tx, { academy, session, enrolmentId }, pieceList(enrolment, dossier, review), which);
  await settleExcuses(tx, act, enrolment);
}

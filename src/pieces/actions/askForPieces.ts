import { completeReview, dossierOf, type Enrolment, factsOf, reviewAnswers } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import { parisDay } from '../../platform/time.ts';
import { groupOfPiece, type PieceActDeps } from '../deps.ts';
import { SIGNED_CONFIRMATION } from '../piece.ts';
import { offeredPieces, requiredPieces } from '../rules/requiredPieces.ts';
import { reopenPiece, writeRequired } from '../store.ts';
import { settleExcuses } from './settleExcuses.ts';

type Person = Parameters<typeof dossierOf>[1]['person'];

/**
 * At each *Enregistrer*: the list that the rules give for this version. A changed enrolment voids its signature, so the
 * signed confirmation is asked for again.
 */
export async function askForPieces(
  deps: Pick<PieceActDeps, 'catalogue'>,
  tx: Tx,
  enrolment: Enrolment,
  person: Person,
  act: Act = SYSTEM,
): Promise<void> {
  const catalogue = deps.catalogue();
  const registeredAt = enrolment.registeredAt ?? enrolment.savedAt;
  const dossier = dossierOf(enrolment, { catalogue, now: registeredAt, person }, 'registered');
  const review = completeReview(reviewAnswers(dossier));
  if (review === null) throw new Error(`The registered version of ${enrolment.id} can't be read again`);
  const facts = factsOf(dossier, review, parisDay(enrolment.firstRegisteredAt ?? registeredAt));
  const types = catalogue.pieceTypes();
  const pieces = [...requiredPieces(types, facts), ...offeredPieces(types, facts)].flatMap((piece, rank) => {
    const group = groupOfPiece(catalogue, enrolment.session, piece.code);
    if (group === undefined) return [];
    const { mode, opensAt, dueAt } = group;
    const { health: confidential = false, excuses = [] } = catalogue.pieceType(piece.code) ?? {};
    // What is only offered keeps no enrolment from being validated.
    const countsForValidation = group.countsForValidation && excuses.length === 0;
    return [{ ...piece, group: group.code, mode, opensAt, dueAt, countsForValidation, confidential, excuses, rank }];
  });
  await writeRequired(
    tx,
    { academy: enrolment.academy, session: enrolment.session, enrolmentId: enrolment.id },
    pieces,
  );
  await settleExcuses(tx, act, enrolment);
  if (enrolment.version > 1) await reopenPiece(tx, enrolment.id, SIGNED_CONFIRMATION);
}

import { type CompleteReview, type Dossier, declarationOf, type Enrolment, factsOf } from '../../enrolment/index.ts';
import { parisDay } from '../../platform/time.ts';
import { groupOfPiece } from '../deps.ts';
import type { PieceToAsk } from '../store/required.ts';
import { offeredPieces, requiredPieces } from './requiredPieces.ts';

/** The list that the rules of a dossier give for an enrolment: pieces that are asked, then those that are only offered. */
export function pieceList(enrolment: Enrolment, dossier: Dossier, review: CompleteReview): readonly PieceToAsk[] {
  const { catalogue } = dossier;
  const firstDay = parisDay(enrolment.firstRegisteredAt ?? enrolment.registeredAt ?? enrolment.savedAt);
  const facts = factsOf(declarationOf(dossier, review), dossier, firstDay);
  const types = catalogue.pieceTypes(dossier.session.exam);
  return [...requiredPieces(types, facts), ...offeredPieces(types, facts)].flatMap((piece, rank) => {
    const group = groupOfPiece(catalogue, enrolment.session, piece.code);
    if (group === undefined) return [];
    const { mode, opensAt, dueAt } = group;
    const { health: confidential = false, excuses = [] } =
      catalogue.pieceType({ session: enrolment.session, code: piece.code }) ?? {};
    // What is only offered keeps no enrolment from being validated.
    const countsForValidation = group.countsForValidation && excuses.length === 0;
    return [{ ...piece, group: group.code, mode, opensAt, dueAt, countsForValidation, confidential, excuses, rank }];
  });
}

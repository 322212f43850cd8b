import { lockEnrolment, readEnrolmentId, readMoment } from '../../enrolment/index.ts';
import { listPieces, type PieceWithFiles, pieceInWords } from '../../pieces/index.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { listing } from '../../ui/index.ts';
import { aboutOf } from '../about.ts';
import { addresses } from '../addresses.ts';
import type { PaperActDeps } from '../deps.ts';
import { letter } from '../letter.ts';
import { post, todoOf, valuesOf } from '../mails.ts';
import { listUntold, markTold } from '../store.ts';

/**
 * One mail for all the pieces accepted since the last one, once the officer has gone on to something else. What was taken
 * back meanwhile isn't told. The mail and the mark that it was sent stand or fall together, so a second run says nothing.
 */
export async function sendDigest(deps: PaperActDeps, enrolmentId: string): Promise<void> {
  const id = readEnrolmentId(enrolmentId);
  if (id === null) return;
  await deps.db.transaction().execute(async (tx) => {
    // The same lock as the officer's decision: a piece accepted now is either in this mail or in the next.
    const enrolment = await lockEnrolment(tx, id);
    const accepted = await listUntold(tx, id);
    const [first] = accepted;
    if (enrolment === null || first === undefined) return;
    await markTold(tx, accepted);
    if (enrolment.status !== 'registered' && enrolment.status !== 'validated') return;
    const ids = new Set(accepted.map((piece) => piece.pieceId));
    // The mail « validée » says that all those that count are in order: they need no mail of their own.
    const toTell = (piece: PieceWithFiles): boolean =>
      piece.status === 'compliant' && !(enrolment.status === 'validated' && piece.countsForValidation);
    const all = await listPieces(tx, id);
    const compliant = all.filter((piece) => ids.has(piece.id) && toTell(piece));
    const candidate = await deps.findCandidate(tx, enrolment.candidateId);
    if (compliant.length === 0 || candidate === null) return;
    const about = aboutOf(deps.catalogue(), enrolment, candidate);
    const pieces = listing(compliant.map(({ code }) => pieceInWords(deps.catalogue(), code)));
    const { now } = await readMoment(tx, SYSTEM);
    const todo = todoOf(deps, about, all, now);
    const values = { ...valuesOf(deps, about, addresses.pieces(id)), pieces, todo };
    const template = 'pieces.accepted';
    await post(deps, tx, about, { eventId: first.eventId, template }, letter(deps.catalogue(), template, values));
  });
}

import { lockEnrolment, readEnrolmentId } from '../../enrolment/index.ts';
import { findPieceById, listReviews, type PastReview } from '../../pieces/index.ts';
import type { JobKinds } from '../../platform/jobs.ts';
import { aboutOf } from '../about.ts';
import { addresses } from '../addresses.ts';
import type { PaperActDeps } from '../deps.ts';
import { letter } from '../letter.ts';
import { post, valuesOf } from '../mails.ts';
import { UNDO_SECONDS } from '../undo.ts';

/**
 * The mail of a decision on a document of health, once it can no longer be taken back. It names neither the document nor
 * the decision: a mail is read by others, on other people's machines. The link leads to the list, not to the piece's code.
 */
export async function tellDecision(deps: PaperActDeps, told: JobKinds['document.tell-decision']): Promise<void> {
  const id = readEnrolmentId(told.enrolmentId);
  if (id === null) return;
  await deps.db.transaction().execute(async (tx) => {
    // The same lock as the decision: it comes before this mail, or after.
    const enrolment = await lockEnrolment(tx, id);
    if (enrolment === null || (enrolment.status !== 'registered' && enrolment.status !== 'validated')) return;
    const piece = await findPieceById(tx, enrolment.academy, told.pieceId);
    if (piece === null || piece.status === 'not-applicable' || String(piece.reviewedAt) !== told.reviewedAt) return;
    if (!isNews(await listReviews(tx, piece.id))) return;
    const candidate = await deps.findCandidate(tx, enrolment.candidateId);
    if (candidate === null) return;
    const about = aboutOf(deps.catalogue(), enrolment, candidate);
    const template = 'document.examined';
    const values = valuesOf(deps, about, addresses.pieces(id));
    await post(deps, tx, about, { eventId: told.eventId, template }, letter(deps.catalogue(), template, values));
  });
}

/** « Reçue » decides nothing: it is only news when it takes back a decision that had been told. */
function isNews([last, before]: readonly PastReview[]): boolean {
  if (last === undefined) return false;
  if (last.decision !== 'received') return true;
  if (before === undefined || before.decision === 'received') return false;
  return before.at.until(last.at).total('seconds') >= UNDO_SECONDS;
}

import { lockEnrolment, readEnrolmentId, readMoment } from '../../enrolment/index.ts';
import { closingOf, findPieceById, pieceInWords } from '../../pieces/index.ts';
import type { JobKinds } from '../../platform/jobs.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { endInWords, sinceInWords, untilInWords } from '../../ui/index.ts';
import { aboutOf } from '../about.ts';
import { addresses } from '../addresses.ts';
import type { PaperActDeps } from '../deps.ts';
import { letter } from '../letter.ts';
import { post, valuesOf } from '../mails.ts';
import { texts } from '../texts.ts';

const say = texts.mails;

/**
 * The mail of a refusal, once the officer can no longer take it back. Nothing is told of one that was: another decision, a
 * corrected comment (which has its own mail), a new file or the end of the enrolment came first.
 */
export async function tellRefusal(deps: PaperActDeps, refusal: JobKinds['piece.tell-refusal']): Promise<void> {
  const id = readEnrolmentId(refusal.enrolmentId);
  if (id === null) return;
  await deps.db.transaction().execute(async (tx) => {
    // The same lock as the officer's decision: it comes before this mail, or after.
    const enrolment = await lockEnrolment(tx, id);
    if (enrolment === null || (enrolment.status !== 'registered' && enrolment.status !== 'validated')) return;
    const piece = await findPieceById(tx, enrolment.academy, refusal.pieceId);
    if (piece?.status !== 'non-compliant' || String(piece.reviewedAt) !== refusal.reviewedAt) return;
    const candidate = await deps.findCandidate(tx, enrolment.candidateId);
    if (candidate === null) return;
    const about = aboutOf(deps.catalogue(), enrolment, candidate);
    const closesAt = closingOf(piece);
    const { now } = await readMoment(tx, SYSTEM);
    const values = {
      ...valuesOf(deps, about, addresses.piece(id, piece.code)),
      piece: pieceInWords(deps.catalogue(), piece.code),
      comment: piece.comment ?? '',
      deadline: endInWords(closesAt),
      remedy: [
        ...(refusal.undidValidation === true ? [say.validationUndone] : []),
        Temporal.Instant.compare(now, closesAt) < 0
          ? say.giveAgain(untilInWords(closesAt))
          : say.noMoreGiving(sinceInWords(closesAt)),
      ].join('\n\n'),
    };
    const template = 'piece.refused';
    await post(deps, tx, about, { eventId: refusal.eventId, template }, letter(deps.catalogue(), template, values));
  });
}

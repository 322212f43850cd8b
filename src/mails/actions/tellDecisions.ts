import { type Candidate, hasMailbox } from '../../accounts/index.ts';
import { isRunning, lockEnrolment, readEnrolmentId } from '../../enrolment/index.ts';
import { asTheyGive, type PaperActDeps, todoOf } from '../../papers/index.ts';
import { listPieces, type PieceWithFiles } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { JobKinds } from '../../platform/jobs.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { type About, aboutOf, post } from '../../post/index.ts';
import { decisionMail, filedMail } from '../decisionMail.ts';
import { type DecisionNews, decisionNews, saidOf } from '../rules/decisionNews.ts';
import { findWaiting, forgetTold, listTold, settleDecisions, writeTold } from '../store.ts';
import { delayOf } from './noteDecision.ts';
import { withLifted } from './tellReserve.ts';

/**
 * One mail for all that was decided on a file, and one for all that was filed for its candidate, once nothing more was for a while. What was taken back meanwhile isn't told;
 * what had been told and no longer stands is. The mail and the mark that it was written stand or fall together, so that a
 * second run says nothing.
 */
export async function tellDecisions(
  deps: PaperActDeps,
  { enrolmentId, eventId }: JobKinds['decisions.tell'],
): Promise<void> {
  const id = readEnrolmentId(enrolmentId);
  if (id === null) return;
  await deps.db.transaction().execute(async (tx) => {
    // The same lock as the officer's decision: one taken now is either in this mail or in the next.
    const enrolment = await lockEnrolment(tx, id);
    const waiting = await findWaiting(tx, id, delayOf(deps));
    if (enrolment === null || waiting === null) return;
    const { decisions, secondsLeft } = waiting;
    if (secondsLeft > 0) {
      // Each decision ordered a job of its own: only that of the last may have come too early.
      if (decisions.at(-1)?.eventId === eventId)
        await deps.jobs.enqueue(tx, 'decisions.tell', { enrolmentId, eventId }, secondsLeft);
      return;
    }
    // It may be reinstated: then they are told.
    if (enrolment.status === 'set-aside') return;
    await settleDecisions(tx, decisions);
    if (!isRunning(enrolment)) return;
    const candidate = await deps.findCandidate(tx, enrolment.candidateId);
    if (candidate === null) return;
    const all = asTheyGive(candidate, await listPieces(tx, id));
    const filings = decisions.filter(({ receipt }) => receipt !== null);
    const reviews = decisions.filter(({ receipt }) => receipt === null);
    const decided = new Set(reviews.map(({ pieceId }) => pieceId));
    const news = decisionNews(
      enrolment,
      all.filter((piece) => decided.has(piece.id)),
      await listTold(tx, id),
    );
    const about = aboutOf(deps.catalogue(), enrolment, candidate);
    await remember(tx, about, news);
    const filed = filedMail(deps, about, filings, all);
    if (filed !== null) await post(deps, tx, about, filed, filed);
    const { now } = await readMoment(tx, SYSTEM);
    const [first] = reviews;
    if (first === undefined) return;
    for (const part of partsOf(candidate, news)) {
      const mail = decisionMail(deps, about, part, { todo: await todoOf(deps, tx, about, all, now), now });
      if (mail === null) continue;
      const whole = part.validation === 'validated' ? await withLifted(tx, about, mail) : mail;
      await post(deps, tx, about, { ...whole, eventId: first.eventId }, whole);
    }
  });
}

/** What is confidential goes in a letter of its own, which no officer posts; a mail tells all together. */
function partsOf(candidate: Candidate, news: News): readonly News[] {
  if (hasMailbox(candidate) || news.confidential.length === 0) return [news];
  const alone = { refused: [], accepted: [], reopened: [], validation: null, confidential: news.confidential };
  return [{ ...news, confidential: [] }, alone];
}

type News = DecisionNews<PieceWithFiles>;

async function remember(tx: Tx, { enrolment }: About, news: News): Promise<void> {
  const pieces = [
    ...[...news.refused, ...news.accepted, ...news.reopened].map(({ piece }) => piece),
    ...news.confidential,
  ];
  for (const piece of pieces) {
    const { status } = piece;
    if (status === 'received' || status === 'compliant' || status === 'non-compliant')
      await writeTold(tx, enrolment, piece.id, { decision: status, said: saidOf(piece) });
    else await forgetTold(tx, piece.id);
  }
  if (news.validation === 'validated')
    await writeTold(tx, enrolment, enrolment.id, { decision: 'validated', said: null });
  if (news.validation === 'undone') await forgetTold(tx, enrolment.id);
}

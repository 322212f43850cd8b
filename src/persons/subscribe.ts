import { lawOf } from '../catalogue/index.ts';
import { findEnrolmentOf, findSamePerson } from '../enrolment/index.ts';
import { samePersonMails } from '../mails/index.ts';
import type { PaperActDeps } from '../papers/index.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Published } from '../platform/events.ts';
import { aboutOf, post, valuesOf } from '../post/index.ts';
import { doublesOf, toldToday } from './store/doubles.ts';

/** Somebody looked for under several accounts is told under each; more than these are somebody's game. */
const MOST_TOLD = 3;

/** What is found when something happens below. */
export function subscribePersons(deps: PaperActDeps): void {
  deps.events.subscribe('enrolment.registered', 'tell', (tx, event) => tellFormerAccount(deps, tx, event));
}

/**
 * Somebody enrols who has an enrolment of this session under another account, as far as anybody can tell: that account is told by
 * mail, and whoever enrols learns nothing. Only of who has the same birth date: a telephone is shared. Once a day: who looks like many
 * others, or is the target of somebody's game, learns no more by the tenth.
 */
async function tellFormerAccount(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, carried: { enrolment, candidate } }: Published<'enrolment.registered'>,
): Promise<void> {
  const { academy, session } = enrolment;
  const pairs = await doublesOf(tx, { academy, sessions: [session] }, [enrolment.id]);
  const alike = pairs.filter(({ collide, why }) => collide && why.includes('birth-date'));
  for (const { other } of alike.slice(0, MOST_TOLD)) {
    const theirs = await findEnrolmentOf(tx, academy, other.id);
    const person = await deps.findCandidate(tx, other.candidateId);
    const known = await findSamePerson(tx, academy, [candidate.accountId, other.candidateId]);
    if (theirs === null || person === null || known !== null) continue;
    if (await toldToday(tx, person.accountId, samePersonMails.perhaps.code)) continue;
    const about = aboutOf(deps.catalogue(), theirs, person);
    const letter = samePersonMails.perhaps.write({
      ...valuesOf(deps, about, `/candidatures/${theirs.id}`),
      law: lawOf(about.exam, 'oneEnrolment'),
    });
    await post(deps, tx, about, { eventId }, letter);
  }
}

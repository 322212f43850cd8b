import { lawOf } from '../../catalogue/index.ts';
import { lastDecided } from '../../decisions/index.ts';
import { enrolmentAddresses, SAME_PERSON, samePersonOf } from '../../enrolment/index.ts';
import { insertTold, type PaperActDeps, remediesFrom } from '../../papers/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Published } from '../../platform/events.ts';
import { parisDay } from '../../platform/time.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { OF_APPEAL, samePersonMails } from '../samePersonMails.ts';

/** The candidate is told under each account what was decided of the two, and when it took effect. Not a text of the rule pack, as `tellReserve`. */
export async function tellSamePerson(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, name, act, payload }: Published<'person.same' | 'person.undone' | 'person.ended'>,
): Promise<void> {
  // That two persons were told apart, or that it was taken back, concerns neither.
  if (payload.decision === 'different') return;
  const about = await readAbout(deps, tx, payload.enrolmentId);
  const decided = await samePersonOf(tx, payload.decisionId);
  if (decided === null) throw new Error(`${payload.decisionId} has nothing to tell`);
  const { words, undoneWords, endsAt } = decided;
  const of = {
    ...valuesOf(deps, about, enrolmentAddresses.hub(about.enrolment.id)),
    words,
    law: lawOf(about.exam, 'oneEnrolment'),
  };
  const { role } = payload;
  const letter =
    name === 'person.ended'
      ? samePersonMails.ended.write({ ...of, remedies: remediesFrom(about, parisDay((await readMoment(tx, act)).now)) })
      : name === 'person.undone'
        ? samePersonMails.undone.write({ ...of, words: undoneWords ?? '', reopened: payload.reopened })
        : role === 'beside' || endsAt === null
          ? samePersonMails.beside.write(of)
          : samePersonMails[role === 'ends' ? 'ends' : 'stays'].write({ ...of, until: endsAt });
  await post(deps, tx, about, { eventId }, letter);
  if (name !== 'person.ended') return;
  const taken = await lastDecided(tx, about.enrolment.id, SAME_PERSON.code);
  // From before such an end had an author, none is on record.
  if (taken !== null)
    await insertTold(tx, taken, about.enrolment, {
      declared: SAME_PERSON,
      title: OF_APPEAL,
      paperId: null,
      eventId,
    });
}

import { type DecisionAuthor, decide, decisionTexts } from '../../decisions/index.ts';
import { type EnrolmentId, enrolmentAddresses, onRunning, subjectOf } from '../../enrolment/index.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { LEFT_OUT_REVERSED } from '../decisions.ts';
import type { HearingActDeps } from '../deps.ts';
import { hearingMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { listExclusions, reverseExclusion } from '../store.ts';

export type GivingBack = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly officerId: string;
  /** Of which a decision leaves the candidate out. */
  readonly units: readonly string[];
  /** What a person writes to the candidate. */
  readonly words: string;
};

/** An appeal succeeds, or the office sees its fault: a signed decision gives units back. What the exam had withheld is theirs to sit. */
export function giveUnitsBack(
  deps: HearingActDeps,
  act: Act,
  { id, academy, officerId, units, words }: GivingBack,
): Promise<Result<null, Refusal>> {
  return onRunning<null, Refusal>(deps.db, { id, academy }, async (tx, enrolment) => {
    const standing = (await listExclusions(tx, [id])).filter(
      ({ id: unit, liftedAt }) => liftedAt === null && units.includes(unit),
    );
    // One that somebody lifted meanwhile is told: nothing is half done.
    if (standing.length === 0 || standing.length < units.length) return refuse({ code: 'not-left-out' });
    const ground = LEFT_OUT_REVERSED.law.join(', ');
    let author: DecisionAuthor | undefined;
    for (const exclusion of standing) {
      const order = { of: enrolment, by: officerId, facts: [exclusion.title], reason: words, ground };
      const decided = await decide(deps, tx, act, LEFT_OUT_REVERSED, { ...order, undoes: exclusion.decisionId });
      if (!decided.ok) return decided;
      await reverseExclusion(tx, decided.value, exclusion);
      ({ author } = decided.value);
    }
    const titles = standing.map(({ title }) => title);
    const about = await readAbout(deps, tx, id);
    const eventId = await deps.events.publish(tx, act, 'unit.readmitted', subjectOf(enrolment), {
      enrolmentId: id,
      number: about.number,
      units: titles,
    });
    if (author === undefined) throw new Error(`Nobody decided on ${about.number}`);
    const signed = decisionTexts.takenBy(author);
    const values = { ...valuesOf(deps, about, enrolmentAddresses.hub(id)), units: titles, words, author: signed };
    await post(deps, tx, about, { eventId, author }, hearingMails.givenBack.write(values));
    return ok(null);
  });
}

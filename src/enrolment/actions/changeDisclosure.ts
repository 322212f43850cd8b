import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { ActDeps } from '../deps.ts';
import { type Answers, type EnrolmentId, sameAnswers } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import { onEnrolment } from '../onEnrolment.ts';
import type { Refusal } from '../refusals.ts';
import { type Disclosure, disclosureAnswers } from '../steps/informations/disclosure.ts';
import { writeUnsigned } from '../store/changes.ts';

export type DisclosureOrder = {
  readonly id: EnrolmentId;
  readonly candidateId: string;
  readonly disclosure: Disclosure;
};

/**
 * Gives or withdraws the consent to publish one's results: at any time, as easily as it was given (RGPD, article 7.3), so
 * bound to no window and no state. The version, its signature and its validation stand. False: it said so already.
 */
export async function changeDisclosure(
  deps: Pick<ActDeps, 'db' | 'events'>,
  act: Act,
  { id, candidateId, disclosure }: DisclosureOrder,
): Promise<Result<boolean, Refusal>> {
  return onEnrolment<boolean, Refusal>(deps.db, { id, candidateId }, async (tx, enrolment) => {
    const { registered, working, number } = enrolment;
    if (registered === null || number === null) return refuse({ code: 'incomplete' });
    const said = answered(registered, disclosure);
    if (sameAnswers(said, registered)) return ok(false);
    await writeUnsigned(tx, id, { registered: said, working: working === null ? null : answered(working, disclosure) });
    await deps.events.publish(tx, act, 'enrolment.disclosureChanged', subjectOf(enrolment), {
      enrolmentId: id,
      number,
      ...disclosure,
    });
    return ok(true);
  });
}

function answered(answers: Answers, disclosure: Disclosure): Answers {
  const { informations } = answers;
  return informations === undefined
    ? answers
    : { ...answers, informations: disclosureAnswers(informations, disclosure) };
}

import { type Enrolment, subjectOf } from '../enrolment/index.ts';
import type { Tx } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Act } from '../platform/journal.ts';
import { writeAdmitted } from './store/replacements.ts';

/**
 * What a head decided (`replacements`): somebody sits a unit again, or doesn't any more. Within that decision's transaction: plan,
 * summons and batch of the replacement test follow as those of every other test do.
 */
export async function admitToReplacement(
  { events }: { readonly events: EventBus },
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  { unit, admitted }: { readonly unit: string; readonly admitted: boolean },
): Promise<void> {
  const { id: enrolmentId, academy, session } = enrolment;
  await writeAdmitted(tx, { academy, session }, { enrolmentId, unit, admitted });
  await events.publish(tx, act, 'exam.replacement', subjectOf(enrolment), { enrolmentId, unit, admitted });
}

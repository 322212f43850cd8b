import type { AccountId } from '../../accounts/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import { subjectOf } from '../events.ts';
import { leaveEnrolment } from '../store/changes.ts';
import { emptyDrafts, forgetHealth } from '../store/closings.ts';
import { listOwnEnrolments } from '../store.ts';

/** Their candidate closed the account: drafts are left and say nothing any more; what was registered stays as it was, without health. */
export async function closeEnrolments(tx: Tx, act: Act, id: AccountId): Promise<void> {
  for (const enrolment of await listOwnEnrolments(tx, id)) {
    if (enrolment.status !== 'draft') continue;
    await leaveEnrolment(tx, enrolment.id, 'abandon');
    await record(tx, act, 'draft.abandoned', subjectOf(enrolment), { enrolmentId: enrolment.id });
  }
  await emptyDrafts(tx, id);
  await forgetHealth(tx, id);
}

import { sql } from 'kysely';
import { addressed } from '../../accounts/index.ts';
import { enrolmentAddresses, lockEnrolment, subjectOf } from '../../enrolment/index.ts';

import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { record, SYSTEM } from '../../platform/journal.ts';
import { post } from '../../post/index.ts';
import { endInWords } from '../../ui/index.ts';
import { wordsOfCall } from '../callStore.ts';
import type { RemindDeps } from '../deps.ts';
import { draftReminders } from '../draftStore.ts';
import { reminderMails } from '../mails.ts';
import type { PlannedReminder } from '../plannedRows.ts';
import { isCall } from '../reminder.ts';
import { withWords } from '../texts.ts';

/** Tells whoever began an enrolment and never registered it, if it still isn't: by a mail alone, since no paper can name it. */
export async function tellDraft(deps: RemindDeps, reminderId: string): Promise<void> {
  const waiting = await draftReminders.find(deps.db, reminderId);
  if (waiting === null) return;
  await deps.db.transaction().execute((tx) => tell(deps, tx, waiting));
}

async function tell(deps: RemindDeps, tx: Tx, { id, enrolmentId, until, step }: PlannedReminder): Promise<void> {
  // The lock of every act on the enrolment; another order may have told it since.
  const enrolment = await lockEnrolment(tx, enrolmentId);
  if (enrolment === null || (await draftReminders.find(tx, id)) === null) return;
  const session = deps.catalogue().session(enrolment.session);
  const exam = session === undefined ? undefined : deps.catalogue().exam(session.exam);
  const candidate = await deps.findCandidate(tx, enrolment.candidateId);
  if (enrolment.status !== 'draft' || candidate === null || session === undefined || exam === undefined)
    return draftReminders.settle(tx, id, 'solved');
  const { now } = await readMoment(tx, SYSTEM);
  const hasMoved = !session.window.closesAt.equals(until);
  if (hasMoved || Temporal.Instant.compare(until, now) <= 0) return draftReminders.settle(tx, id, 'missed');
  const data = { enrolmentId, until: until.toString(), step };
  const eventId = await record(tx, SYSTEM, 'draft.reminded', subjectOf(enrolment), data);
  const values = {
    ...addressed(candidate),
    exam: exam.noun,
    session: session.label,
    deadline: endInWords(until),
    link: new URL(enrolmentAddresses.hub(enrolment.id), deps.publicUrl).href,
  };
  const words = isCall(step) ? await wordsOfCall(tx, sql.table('draft_reminder'), [id]) : null;
  const mail = withWords(reminderMails.unregistered.write(deps.catalogue(), values), words);
  await post(deps, tx, { enrolment, candidate }, { eventId }, mail);
  await draftReminders.settle(tx, id, 'sent', eventId);
}

import { subjectOf } from '../../enrolment/index.ts';
import { type About, letter, post, valuesOf } from '../../papers/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { addresses } from '../addresses.ts';
import type { MessageActDeps } from '../deps.ts';
import type { NewMessage } from '../store.ts';
import { writeMessage } from '../store.ts';

/** Writes to a candidate in the name of the office, and tells them by a mail that says no more than where to read it. */
export async function tellCandidate(
  deps: MessageActDeps,
  tx: Tx,
  act: Act,
  about: About,
  message: Omit<NewMessage, 'author'>,
): Promise<string> {
  const { enrolment, number } = about;
  const messageId = await writeMessage(tx, enrolment, { ...message, author: 'office' });
  const eventId = await deps.events.publish(tx, act, 'message.sent', subjectOf(enrolment), {
    enrolmentId: enrolment.id,
    number,
    messageId,
    author: 'office',
    code: message.piece ?? '',
    lot: message.lotId ?? '',
  });
  const template = 'message.available';
  const values = valuesOf(deps, about, addresses.messages(enrolment.id));
  await post(deps, tx, about, { eventId, template }, letter(deps.catalogue(), template, values));
  return messageId;
}

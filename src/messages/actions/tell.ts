import type { DecisionAuthor } from '../../decisions/index.ts';
import { subjectOf } from '../../enrolment/index.ts';

import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { type About, post, valuesOf } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import type { MessageActDeps } from '../deps.ts';
import { messageMails } from '../mails.ts';
import { type NewMessage, writeMessage } from '../store.ts';

/**
 * Writes to a candidate in the name of the office, and tells them by a mail that says no more than where to read it; a letter, to who
 * reads no page of ours, is the message. `author`: of the decision that it tells.
 */
export async function tellCandidate(
  deps: MessageActDeps,
  tx: Tx,
  act: Act,
  about: About,
  { author, ...message }: Omit<NewMessage, 'author'> & { readonly author?: DecisionAuthor },
): Promise<{ readonly messageId: string; readonly eventId: string }> {
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
  const values = valuesOf(deps, about, addresses.messages(enrolment.id));
  const by = author === undefined ? {} : { author };
  await post(
    deps,
    tx,
    about,
    { eventId, behind: message.words, ...by },
    messageMails.available.write(deps.catalogue(), values),
  );
  return { messageId, eventId };
}

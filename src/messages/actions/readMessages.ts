import { type Enrolment, subjectOf } from '../../enrolment/index.ts';
import type { Act } from '../../platform/journal.ts';
import type { MessageActDeps } from '../deps.ts';
import type { Message, MessageAuthor } from '../message.ts';
import { writeReading } from '../store.ts';

/**
 * Who has these messages of the other side under the eyes, written down the first time before the page leaves. `author`: of what is
 * read. Of an office, each reader.
 */
export async function readMessages(
  { db, events }: Pick<MessageActDeps, 'db' | 'events'>,
  act: Act,
  enrolment: Pick<Enrolment, 'id' | 'academy' | 'session' | 'number'>,
  {
    author,
    readerId,
    shown,
  }: { readonly author: MessageAuthor; readonly readerId: string; readonly shown: readonly Message[] },
): Promise<void> {
  const places = shown.filter((one) => one.author === author).map(({ place }) => place);
  const { id, number } = enrolment;
  if (places.length === 0 || number === null) return;
  await db.transaction().execute(async (tx) => {
    const range = { from: Math.min(...places), to: Math.max(...places) };
    const messages = await writeReading(tx, id, author, readerId, range);
    if (messages.length === 0) return;
    await events.publish(tx, act, 'message.read', subjectOf(enrolment), { enrolmentId: id, number, author, messages });
  });
}

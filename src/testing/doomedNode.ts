import { randomUUID } from 'node:crypto';
import { connectDatabase } from '../platform/database/database.ts';
import { createJobs } from '../platform/jobs.ts';
import { createOutbox } from '../platform/mail/outbox.ts';
import { smtpTransport } from '../platform/mail/transport.ts';

/**
 * A node in a process of its own, to be killed: it posts a mail and twelve notes, and takes them as any other does; no note
 * of its ever ends. Arguments: where the database is (JSON), the relay's address.
 */
const [, , where = '{}', relay = ''] = process.argv;
const connection = JSON.parse(where) as Record<string, string>;
const jobs = createJobs(connection, () => undefined);
jobs.handle('test.note', () => new Promise(() => undefined));
const { db } = connectDatabase(connection, () => undefined);
const outbox = createOutbox(db, jobs, smtpTransport(relay, 'Registre <no-reply@registre.test>', 'registre.test'));
await jobs.start();
await db.transaction().execute(async (tx) => {
  const recipient = { recipient: 'somebody@example.fr', accountId: null, academy: null, session: null };
  const letter = { ...recipient, eventId: randomUUID(), template: 'test', subject: 'Essai', body: 'Bonjour' };
  await outbox.post(tx, letter);
  for (let note = 0; note < 12; note++) await jobs.enqueue(tx, 'test.note', { name: `note ${note}` });
});

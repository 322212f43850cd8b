import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, instant, oneOf, type RowOf, text, uuid } from '../database/columns.ts';
import type { Database, Tx } from '../database/database.ts';
import type { Jobs } from '../jobs.ts';
import { type Log, silentLog } from '../log.ts';
import { isUuid } from '../uuid.ts';
import type { Transport } from './transport.ts';
import { isUnreachable } from './unreachable.ts';

declare module '../jobs.ts' {
  interface JobKinds {
    'mail.send': { readonly mailId: string };
    /** One that didn't leave at once. Apart, so that those who are slow to take their mail hold up no first attempt. */
    'mail.again': { readonly mailId: string };
  }
}

/** A mail as it will be read: subject and plain text; blank lines make paragraphs, a line that is only a link a button. */
export type Letter = {
  readonly eventId: string;
  readonly template: string;
  readonly recipient: string;
  readonly accountId: string | null;
  readonly academy: string | null;
  readonly session: string | null;
  readonly subject: string;
  readonly body: string;
};

/**
 * Mails leave through a table written in the transaction of the change: one per event, template and recipient, with a
 * Message-ID that stays the same when a crash makes it leave twice.
 */
export type Outbox = {
  readonly post: (tx: Tx, letter: Letter) => Promise<void>;
};

const AGAIN_AFTER_SECONDS = 2;
/** In the place of a relay's answer: this person gave no address, and is written to by post. */
const NO_MAILBOX = 'no mail box';

export function createOutbox(db: Database, jobs: Jobs, transport: Transport | null, log: Log = silentLog): Outbox {
  if (transport !== null) {
    const send = ({ mailId }: { readonly mailId: string }): Promise<void> => sendMail({ db, transport, log }, mailId);
    const putOff = (mailId: string): Promise<void> =>
      db.transaction().execute((tx) => jobs.enqueue(tx, 'mail.again', { mailId }, AGAIN_AFTER_SECONDS));
    jobs.handle('mail.send', (mail) => send(mail).catch(() => putOff(mail.mailId)), 'side-by-side');
    jobs.handle('mail.again', send, 'side-by-side');
  }
  return {
    post: async (tx, letter) => {
      const id = randomUUID();
      const isLost = isUnreachable(letter.recipient);
      const state = isLost ? 'failed' : transport === null ? 'kept' : 'waiting';
      const { eventId: event_id, accountId: account_id, ...words } = letter;
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('mail')
        .values({ id, event_id, account_id, ...words, state, smtp_reply: isLost ? NO_MAILBOX : null })
        .onConflict((posted) => posted.columns(['event_id', 'template', 'recipient']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n && state === 'waiting') await jobs.enqueue(tx, 'mail.send', { mailId: id });
    },
  };
}

const MAIL = columns({ id: uuid, template: text, recipient: text, subject: text, body: text });

/** Sends one waiting mail. A second run finds it sent and does nothing; a refusal for good is kept as such, for the office to see. */
async function sendMail(
  { db, transport, log }: { readonly db: Database; readonly transport: Transport; readonly log: Log },
  mailId: string,
): Promise<void> {
  const mail = await MAIL.first(
    db,
    sql`update mail set state = 'sending', attempts = attempts + 1 where id = ${mailId} and state in ('waiting', 'sending')
    returning ${MAIL}`,
  );
  if (mail === null) return;
  try {
    const reply = await transport.send(mail);
    await sql`update mail set state = 'sent', sent_at = now(), smtp_reply = ${reply} where id = ${mailId}`.execute(db);
  } catch (error) {
    const reply = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
    const forGood = isRefusedForGood(error);
    await sql`update mail set state = ${forGood ? 'failed' : 'waiting'}, smtp_reply = ${reply} where id = ${mailId}`.execute(
      db,
    );
    if (!forGood) throw error;
    log.warn({ mailId, template: mail.template, err: error }, 'a mail is refused for good');
  }
}

/**
 * Did the relay refuse this recipient or this text for good? What it says of us (a password that expired, a sender it doesn't
 * know, its own closing) concerns every mail: they wait until somebody has put it right.
 */
function isRefusedForGood(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('responseCode' in error) || !('command' in error)) return false;
  return Number(error.responseCode) >= 500 && (error.command === 'RCPT TO' || error.command === 'DATA');
}

const KEPT = columns({
  ...MAIL.shape,
  state: oneOf(['waiting', 'sending', 'sent', 'kept', 'failed']),
  businessAt: instant,
});
export type KeptMail = RowOf<typeof KEPT>;

/** Every mail, newest first: what the demonstration shows at /demo/courrier. */
export function latestMails(db: Database, limit: number, recipient?: string): Promise<readonly KeptMail[]> {
  const filter = recipient === undefined ? sql`true` : sql`recipient = ${recipient}`;
  return KEPT.all(db, sql`select ${KEPT} from mail where ${filter} order by created_at desc, id limit ${limit}`);
}

/** One mail, whatever became of it; null when there is none of that id. */
export async function findMail(db: Database, id: string): Promise<KeptMail | null> {
  return isUuid(id) ? KEPT.first(db, sql`select ${KEPT} from mail where id = ${id}`) : null;
}

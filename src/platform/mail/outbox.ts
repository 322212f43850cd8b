import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { columns, instant, integer, oneOf, type RowOf, text, uuid } from '../database/columns.ts';
import { type Database, isOutage, type Tx } from '../database/database.ts';
import type { Due } from '../database/due.ts';
import type { Jobs } from '../jobs.ts';
import { type Log, silentLog } from '../log.ts';
import { transitions } from '../transitions.ts';
import { isUuid } from '../uuid.ts';
import type { Transport } from './transport.ts';
import { isUnreachable } from './unreachable.ts';
import { inLetter, inMail } from './words.ts';

declare module '../jobs.ts' {
  interface JobKinds {
    'mail.send': { readonly mailId: string };
    /** One that didn't leave at once. Apart, so that those who are slow to take their mail hold up no first attempt. */
    'mail.again': { readonly mailId: string };
  }
}

export const MAIL_LIFE = transitions({
  title: 'Mail',
  column: 'mail.state',
  words: null,
  means: {
    waiting: 'for the relay',
    sending: 'the relay is being asked',
    sent: 'the relay took it',
    kept: 'there is no relay: it is read in the portal',
    failed: 'the relay refused it for good, or its reader has no mailbox',
  },
  acts: {
    post: { from: [], to: 'waiting', who: 'any act, in its transaction' },
    keep: { from: [], to: 'kept', who: 'any act, where there is no relay' },
    try: { from: ['waiting', 'sending'], to: 'sending', who: 'a job' },
    'put-off': { from: ['sending'], to: 'waiting', who: 'the relay, for now' },
    leave: { from: ['sending'], to: 'sent', who: 'the relay' },
    refuse: { from: ['sending'], to: 'failed', who: 'the relay, for good' },
  },
});

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
  /** The file that it is about; none: of the account alone. */
  readonly about?: string;
  /** Read and sent by those alone who may read of somebody's health. */
  readonly confidential?: boolean;
  /** What its link leads to: who can't follow it reads it in the letter, which a mail never does. */
  readonly behind?: string;
  /** Who took the decision that it tells, as they sign it; none: it tells none. */
  readonly signedBy?: string;
  /** Somebody sits before the page that it leads on from: it leaves before what is told to many. */
  readonly awaited?: boolean;
  /** Of no use in a letter (a code for the next ten minutes): who has no mail box isn't told. */
  readonly onlyByMail?: boolean;
};

/**
 * The one door by which something is told to a person: it knows how they can be reached. Mails leave through a table written in the
 * transaction of the change: one per event, template and recipient, with a Message-ID that stays the same when a crash makes it leave
 * twice. Who has no mail box gets a letter of the same words, for somebody to print and post.
 */
export type Outbox = {
  readonly post: (tx: Tx, letter: Letter) => Promise<void>;
};

const AGAIN_AFTER_SECONDS = 2;

export function createOutbox(db: Database, jobs: Jobs, transport: Transport | null, log: Log = silentLog): Outbox {
  if (transport !== null) {
    const sender: Sender = { db, transport, log, accepted: new Map() };
    const send = ({ mailId }: { readonly mailId: string }): Promise<void> => sendMail(sender, mailId);
    const putOff = (mailId: string): Promise<void> =>
      db.transaction().execute((tx) => jobs.enqueue(tx, 'mail.again', { mailId }, AGAIN_AFTER_SECONDS));
    jobs.handle('mail.send', (mail) => send(mail).catch(() => putOff(mail.mailId)), 'side-by-side');
    jobs.handle('mail.again', send, 'side-by-side');
  }
  return {
    post: async (
      tx,
      { about = null, confidential = false, onlyByMail = false, awaited = false, behind, signedBy, ...letter },
    ) => {
      const id = randomUUID();
      const { eventId: event_id, accountId: account_id, ...words } = letter;
      if (isUnreachable(letter.recipient)) {
        if (!onlyByMail)
          await writeLetter(tx, id, letter, { about, confidential, behind, signed_by: signedBy ?? null });
        return;
      }
      const state = transport === null ? 'kept' : 'waiting';
      const [subject, body] = [inMail(letter.subject), inMail(letter.body)];
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('mail')
        .values({ id, event_id, account_id, ...words, subject, body, state })
        .onConflict((posted) => posted.columns(['event_id', 'template', 'recipient']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n && state === 'waiting')
        await jobs.enqueue(tx, 'mail.send', { mailId: id }, 0, awaited);
    },
  };
}

type Kept = { readonly about: string | null; readonly confidential: boolean; readonly signed_by: string | null };

/** Of somebody whose account has no mail box; the address of nobody's account is always one that somebody gave. */
async function writeLetter(
  tx: Tx,
  id: string,
  { eventId: event_id, template, accountId: account_id, academy, session, subject, body }: Letter,
  { behind, ...its }: Kept & { readonly behind: string | undefined },
): Promise<void> {
  if (account_id === null) throw new Error(`The letter ${template} is for nobody`);
  const words = { subject: inLetter(subject), body: inLetter(body, behind) };
  await tx
    .insertInto('letter')
    .values({ id, event_id, template, account_id, academy, session, ...its, ...words })
    .onConflict((posted) => posted.columns(['event_id', 'template', 'account_id']).doNothing())
    .execute();
}

const MAIL = columns({ id: uuid, template: text, recipient: text, subject: text, body: text });

type Sender = {
  readonly db: Database;
  readonly transport: Transport;
  readonly log: Log;
  /** What the relay answered to mails that it took and that aren't known to be sent yet, by their id. */
  readonly accepted: Map<string, string>;
};

/**
 * Sends one waiting mail. A second run finds it sent and does nothing; a refusal for good is kept as such, for the office to see. It is
 * `sending` before the relay hears of it and `sent` after: a process killed in between sends it again, since no relay can be asked what
 * it took, and twice is better than never.
 */
async function sendMail(sender: Sender, mailId: string): Promise<void> {
  const { db, transport, log, accepted } = sender;
  if (accepted.has(mailId)) return writeSent(sender, mailId);
  const mail = await MAIL.first(
    db,
    sql`update mail set state = 'sending', attempts = attempts + 1 where id = ${mailId} and state in ('waiting', 'sending')
    returning ${MAIL}`,
  );
  if (mail === null) return;
  try {
    accepted.set(mailId, await transport.send(mail));
  } catch (error) {
    const reply = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
    const forGood = isRefusedForGood(error);
    await sql`update mail set state = ${forGood ? 'failed' : 'waiting'}, smtp_reply = ${reply} where id = ${mailId}`.execute(
      db,
    );
    if (!forGood) throw error;
    log.warn({ mailId, template: mail.template, err: error }, 'a mail is refused for good');
    return;
  }
  await writeSent(sender, mailId);
}

const WRITTEN_AGAIN_AFTER_MS = 100;

/** The relay has it: said again until the database hears it. An outage makes nobody read a mail twice. */
async function writeSent(sender: Sender, mailId: string): Promise<void> {
  const { db, accepted } = sender;
  try {
    const reply = accepted.get(mailId) ?? '';
    await sql`update mail set state = 'sent', sent_at = now(), smtp_reply = ${reply} where id = ${mailId} and state = 'sending'`.execute(
      db,
    );
  } catch (error) {
    if (!isOutage(error)) throw error;
    await sleep(WRITTEN_AGAIN_AFTER_MS, undefined, { ref: false });
    return writeSent(sender, mailId);
  }
  accepted.delete(mailId);
}

/**
 * Did the relay refuse this recipient or this text for good? What it says of us (a password that expired, a sender it doesn't
 * know, its own closing) concerns every mail: they wait until somebody has put it right.
 */
function isRefusedForGood(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('responseCode' in error) || !('command' in error)) return false;
  return Number(error.responseCode) >= 500 && (error.command === 'RCPT TO' || error.command === 'DATA');
}

/** Where the mails of these accounts went and what they said, once they have left; that one left, and when, stays. `accounts`: asks their ids, as text. */
export function leftMails(accounts: RawBuilder<unknown>): Due {
  const isSo = sql`account_id in (${accounts}) and body <> '' and state in ('sent', 'kept', 'failed')`;
  return {
    count: async (db) => (await LEFT.one(db, sql`select count(*)::int as count from mail where ${isSo}`)).count,
    erase: async (tx) => {
      const { numAffectedRows } = await sql`update mail set recipient = id::text, body = '' where ${isSo}`.execute(tx);
      return Number(numAffectedRows ?? 0n);
    },
  };
}

const LEFT = columns({ count: integer });

const KEPT = columns({
  ...MAIL.shape,
  state: oneOf(MAIL_LIFE.states),
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

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import { heldJobs } from '../testing/heldJobs.ts';
import { columns, instant, integer, nullable, oneOf, text, uuid } from './database/columns.ts';
import { noteRefusal } from './http/refusals.ts';
import { record, SYSTEM } from './journal.ts';
import { createOutbox } from './mail/outbox.ts';

declare module './defineEvents.ts' {
  interface Events {
    'test.made': { readonly of: string };
  }
}

let test: TestDatabase;
beforeAll(async () => {
  test = await emptyDatabase();
});
afterAll(() => test.close());

describe('What other rooms read', () => {
  it('of a mail is what became of it, never whom it was sent to nor what it says; its subject apart', async () => {
    const outcome = columns({
      id: uuid,
      account_id: nullable(text),
      state: oneOf(['waiting', 'sending', 'sent', 'kept', 'failed']),
      business_at: instant,
      created_at: instant,
      event_id: uuid,
      template: text,
      sent_at: nullable(instant),
      smtp_reply: nullable(text),
    });
    const letter = {
      template: 'test',
      recipient: 'a@domaine.fr',
      academy: null,
      session: null,
      subject: 's',
      body: 'b',
    };
    await test.db
      .transaction()
      .execute((tx) =>
        createOutbox(test.db, heldJobs(), null).post(tx, { ...letter, eventId: randomUUID(), accountId: 'camille' }),
      );
    expect(await outcome.all(test.db, sql`select * from mail_outcome`)).toMatchObject([
      { account_id: 'camille', state: 'kept', template: 'test', sent_at: null, smtp_reply: null },
    ]);
    const found = columns({
      ...{ id: uuid, account_id: nullable(text), template: text, subject: text, state: text },
      ...{ business_at: instant, created_at: instant },
    });
    expect(await found.all(test.db, sql`select * from mail_in_box`), 'its subject, for who helps them').toMatchObject([
      { account_id: 'camille', subject: 's', state: 'kept' },
    ]);
  });

  it('of the journal is each entry, without the chain that proves it', async () => {
    const entry = columns({
      id: integer,
      event_id: uuid,
      stream: text,
      name: text,
      academy: nullable(text),
      session: nullable(text),
      actor_kind: text,
      actor_id: nullable(text),
      on_behalf_of: nullable(text),
      request_id: text,
      at: instant,
      business_at: instant,
      data: text,
    });
    const subject = { stream: 'account:camille', academy: 'clermont', session: null };
    await test.db.transaction().execute((tx) => record(tx, SYSTEM, 'test.made', subject, { of: 'camille' }));
    expect(await entry.all(test.db, sql`select * from journal_entry`)).toMatchObject([
      { ...subject, name: 'test.made', actor_kind: 'system', data: '{"of":"camille"}' },
    ]);
  });

  it('of a refusal is what was refused to whom, and how often', async () => {
    const trace = columns({
      kind: oneOf(['not-theirs', 'forged', 'too-many']),
      route: text,
      account_id: nullable(text),
      academy: nullable(text),
      network: text,
      times: integer,
      first_at: instant,
      last_at: instant,
      request_id: text,
    });
    const refused = {
      kind: 'forged',
      route: 'POST /x',
      accountId: null,
      academy: null,
      network: '10.0.0',
      requestId: 'r',
    } as const;
    await noteRefusal(test.db, refused);
    await noteRefusal(test.db, refused);
    expect(await trace.all(test.db, sql`select * from refusal_trace`)).toMatchObject([
      { kind: 'forged', route: 'POST /x', network: '10.0.0', times: 2 },
    ]);
  });
});

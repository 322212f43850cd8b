import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../../testing/database.ts';
import { heldJobs } from '../../testing/heldJobs.ts';
import { openLine } from '../../testing/line.ts';
import { connectDatabase } from '../database/database.ts';
import { createJobs, type Jobs } from '../jobs.ts';
import { createLog } from '../log.ts';
import { createOutbox, type Letter, type Outbox } from './outbox.ts';
import { smtpTransport, type Transport } from './transport.ts';

/** A relay that can be put in a bad mood. */
const mood = { signIn: 'yes' as 'yes' | 'no', cutAfterData: 0, refuseRecipient: '', deferRecipient: '', slow: '' };
/** Done once the relay has a mail, before it says so. */
let onceTaken: () => void = () => undefined;
/** Those whose server doesn't answer: each goes on when it is called. */
const held: (() => void)[] = [];
const arrived: string[] = [];
const logged: string[] = [];
const refusal = (code: number, message: string): Error => Object.assign(new Error(message), { responseCode: code });

let test: TestDatabase;
let relay: SMTPServer;
let jobs: Jobs;
let transport: Transport;
let outbox: Outbox;
beforeAll(async () => {
  test = await emptyDatabase();
  relay = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) =>
      mood.signIn === 'yes' ? done(null, { user: 'registre' }) : done(refusal(535, 'Bad password')),
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith(mood.slow) && mood.slow !== '') return void held.push(() => done());
      if (address === mood.refuseRecipient) return done(refusal(550, 'No such user'));
      return address === mood.deferRecipient ? done(refusal(451, 'Greylisted')) : done();
    },
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (chunk) => (text += String(chunk)));
      stream.on('end', () => {
        arrived.push(`${session.envelope.rcptTo[0]?.address} ${/^Message-ID: (.*)$/im.exec(text)?.[1]}`);
        onceTaken();
        if (mood.cutAfterData === 0) return done();
        mood.cutAfterData -= 1;
        for (const connection of relay.connections)
          (connection as { _socket: { destroy: () => void } })._socket.destroy();
      });
    },
  });
  relay.on('error', () => undefined);
  relay.listen(0, '127.0.0.1');
  await once(relay.server, 'listening');
  const { port } = relay.server.address() as AddressInfo;
  transport = smtpTransport(
    `smtp://registre:secret@127.0.0.1:${port}`,
    'Registre <no-reply@registre.test>',
    'registre.test',
  );
  jobs = createJobs(test.connection, () => undefined);
  outbox = createOutbox(test.db, jobs, transport, createLog('info', { write: (line) => void logged.push(line) }));
  await jobs.start();
});
afterAll(async () => {
  await jobs.stop();
  transport.close();
  await new Promise<void>((resolve) => relay.close(() => resolve()));
  await test.close();
});

const post = (recipient: string, eventId: string = randomUUID(), awaited = false): Promise<void> =>
  test.db.transaction().execute((tx) =>
    outbox.post(tx, {
      eventId,
      template: 'test',
      recipient,
      accountId: null,
      academy: null,
      session: null,
      subject: 'Essai',
      body: 'Bonjour,\n\nhttps://registre.test/candidatures',
      awaited,
    }),
  );
const stateOf = async (recipient: string): Promise<string | undefined> =>
  (await sql<{ state: string }>`select state from mail where recipient = ${recipient}`.execute(test.db)).rows[0]?.state;
const becomes = (recipient: string, state: string): Promise<void> =>
  vi.waitFor(async () => expect(await stateOf(recipient)).toBe(state), { timeout: 60_000, interval: 100 });
const countFor = (recipient: string): number => arrived.filter((line) => line.startsWith(recipient)).length;

describe('A mail', () => {
  it('waits while the relay refuses our password, and leaves when it no longer does', async () => {
    mood.signIn = 'no';
    await post('waits@example.fr');
    await vi.waitFor(
      async () => {
        const { rows } = await sql<{
          reply: string | null;
        }>`select smtp_reply as reply from mail where recipient = 'waits@example.fr'`.execute(test.db);
        expect(rows[0]?.reply).toMatch(/535/);
      },
      { timeout: 60_000, interval: 100 },
    );
    expect(await stateOf('waits@example.fr')).toBe('waiting');
    mood.signIn = 'yes';
    await becomes('waits@example.fr', 'sent');
    expect(countFor('waits@example.fr')).toBe(1);
  });

  it('leaves once for an event, however often it is posted', async () => {
    const event = randomUUID();
    await post('once@example.fr', event);
    await post('once@example.fr', event);
    await becomes('once@example.fr', 'sent');
    expect(countFor('once@example.fr')).toBe(1);
  });

  it('to somebody who does not exist fails for good; one that is put off holds up no other', async () => {
    mood.refuseRecipient = 'nobody@example.fr';
    mood.deferRecipient = 'grey@example.fr';
    for (const recipient of ['grey@example.fr', 'nobody@example.fr', 'other@example.fr']) await post(recipient);
    await becomes('nobody@example.fr', 'failed');
    await vi.waitFor(() => expect(logged).toHaveLength(1), { timeout: 60_000 });
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ level: 'warn', template: 'test', err: { responseCode: 550 } });
    expect(logged[0]).not.toContain('example.fr');
    await becomes('other@example.fr', 'sent');
    expect(await stateOf('grey@example.fr')).toMatch(/waiting|sending/);
    mood.deferRecipient = '';
    await becomes('grey@example.fr', 'sent');
    expect(countFor('other@example.fr')).toBe(1);
  });

  it('that the relay took without saying so leaves again, under the same Message-ID', async () => {
    mood.cutAfterData = 1;
    await post('twice@example.fr');
    await becomes('twice@example.fr', 'sent');
    const copies = arrived.filter((line) => line.startsWith('twice@example.fr'));
    expect(copies).toHaveLength(2);
    expect(new Set(copies).size).toBe(1);
  });

  it('that the relay took while the database was away is said to be sent until the database hears it: nobody reads it twice', async () => {
    const line = await openLine(test.connection);
    const pool = connectDatabase({ ...test.connection, host: '127.0.0.1', port: line.port }, () => undefined);
    const orders = heldJobs();
    const own = createOutbox(pool.db, orders, transport);
    let isCut = false;
    onceTaken = () => {
      isCut = true;
      void line.cut();
    };
    const [eventId, recipient] = [randomUUID(), 'outage@example.fr'];
    const letter = { eventId, template: 'test', recipient, accountId: null, academy: null, session: null };
    await test.db.transaction().execute((tx) => own.post(tx, { ...letter, subject: 'Essai', body: 'Bonjour' }));
    const sending = orders.run();
    await vi.waitFor(() => expect(isCut).toBe(true), { timeout: 60_000 });
    onceTaken = () => undefined;
    // It tries in vain meanwhile.
    await setTimeout(350);
    expect(await stateOf(recipient)).toBe('sending');
    await line.restore();
    await sending;
    await orders.run();
    const { rows } = await sql`select state, attempts from mail where recipient = ${recipient}`.execute(test.db);
    expect([rows, countFor(recipient)]).toEqual([[{ state: 'sent', attempts: 1 }], 1]);
    await pool.close();
    await line.cut();
  });

  it('to somebody whose server is slow holds up no other', async () => {
    mood.slow = 'slow.';
    for (let one = 1; one <= 3; one++) await post(`slow.${one}@example.fr`);
    await vi.waitFor(() => expect(held).toHaveLength(3), { timeout: 60_000, interval: 50 });
    const others = Array.from({ length: 12 }, (_, index) => `quick.${index}@example.fr`);
    for (const recipient of others) await post(recipient);
    for (const recipient of others) await becomes(recipient, 'sent');
    // The first attempt at each slow one still hangs: the others overtook it, none waited for its end.
    const { rows } = await sql`
      select distinct state, attempts from mail where recipient like 'slow.%'`.execute(test.db);
    expect(rows).toEqual([{ state: 'sending', attempts: 1 }]);
    mood.slow = '';
    for (const goOn of held.splice(0)) goOn();
    for (let one = 1; one <= 3; one++) await becomes(`slow.${one}@example.fr`, 'sent');
  });

  it('that somebody waits for before a page leaves before what is told to many', async () => {
    mood.slow = 'crowd.';
    for (let one = 1; one <= 40; one++) await post(`crowd.${one}@example.fr`);
    await vi.waitFor(() => expect(held.length).toBeGreaterThanOrEqual(4), { timeout: 60_000, interval: 50 });
    for (let one = 1; one <= 12; one++) await post(`after.${one}@example.fr`);
    await post('code@example.fr', randomUUID(), true);
    mood.slow = '';
    for (const goOn of held.splice(0)) goOn();
    for (let one = 1; one <= 12; one++) await becomes(`after.${one}@example.fr`, 'sent');
    const rankOf = (address: string): number => arrived.findIndex((line) => line.startsWith(address));
    expect(rankOf('code@')).toBeGreaterThan(0);
    expect(rankOf('code@')).toBeLessThan(rankOf('after.'));
  });

  it('that is tried again waits in a queue of its own', async () => {
    mood.deferRecipient = 'later@example.fr';
    await post('later@example.fr');
    const queues = () =>
      sql<{ name: string; state: string }>`
        select job.name, job.state from pgboss.job join mail on mail.id::text = job.data ->> 'mailId'
        where mail.recipient = 'later@example.fr' order by job.name`.execute(test.db);
    await vi.waitFor(
      async () =>
        expect((await queues()).rows).toEqual([
          { name: 'mail.again', state: 'retry' },
          { name: 'mail.send', state: 'completed' },
        ]),
      { timeout: 60_000, interval: 50 },
    );
    mood.deferRecipient = '';
    await becomes('later@example.fr', 'sent');
  });

  it('to somebody without a mail box is a letter of the same words, once, and never a mail', async () => {
    const [eventId, accountId] = [randomUUID(), randomUUID()];
    const recipient = `${randomUUID()}@sans-adresse.invalid`;
    const letter: Letter = {
      ...{ eventId, template: 'test', recipient, accountId, academy: 'clermont', session: 's', about: randomUUID() },
      subject: 'Essai',
      body: 'Bonjour,\n\nhttps://registre.test/candidatures',
    };
    const tell = (one: Letter) => test.db.transaction().execute((tx) => outbox.post(tx, one));
    await tell(letter);
    await tell(letter);
    // A code for the next ten minutes is of no use in a letter.
    await tell({ ...letter, template: 'code', onlyByMail: true });
    const { rows } =
      await sql`select template, subject, body, confidential from letter where account_id = ${accountId}`.execute(
        test.db,
      );
    expect(rows).toEqual([{ template: 'test', subject: 'Essai', body: 'Bonjour,', confidential: false }]);
    expect(await stateOf(recipient)).toBeUndefined();
    for (const state of ['waiting', 'sending', 'sent', 'kept'])
      await expect(
        sql`insert into mail (id, event_id, template, recipient, subject, body, state)
          values (${randomUUID()}, ${eventId}, 'test', ${recipient}, 'Essai', 'Bonjour', ${state})`.execute(test.db),
      ).rejects.toThrow('mail_has_a_mailbox');
    await expect(tell({ ...letter, accountId: null })).rejects.toThrow('for nobody');
  });
});

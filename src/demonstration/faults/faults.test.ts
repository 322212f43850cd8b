import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { openFileStore, StoreFault } from '../../platform/files.ts';
import { silentLog } from '../../platform/log.ts';
import { latestMails, type Outbox } from '../../platform/mail/outbox.ts';
import { ownDatabase } from '../../testing/database.ts';
import { heldJobs } from '../../testing/heldJobs.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { createFaults, FAULT_MINUTES } from './faults.ts';

const { db } = await ownDatabase();
const begun = Temporal.Instant.from('2026-12-01T10:00:00Z');

it('An outage ends when it is ended, or by itself', () => {
  let now = begun;
  const faults = createFaults(() => now);
  expect(faults.until('store')).toBeNull();
  faults.begin('store');
  expect(String(faults.until('store'))).toBe('2026-12-01T10:10:00Z');
  expect(faults.until('relay')).toBeNull();
  faults.end('store');
  expect(faults.until('store')).toBeNull();
  faults.begin('store');
  now = begun.add({ minutes: FAULT_MINUTES });
  expect(faults.until('store')).toBeNull();
});

it('A store that is away reads what is sent to its end, keeps and gives nothing, and says why as a disk does; then it is as before', async () => {
  const faults = createFaults();
  const folder = temporaryFolder('faults');
  const store = faults.store(openFileStore(pathToFileURL(folder), folder));
  await store.write('a/file', Buffer.from('before'));
  faults.begin('store');
  const sent: number[] = [];
  async function* content(): AsyncGenerator<Buffer> {
    for (const part of [1, 2, 3]) {
      yield Buffer.from('x');
      sent.push(part);
    }
  }
  const asked = [
    store.put('a/other', content(), async () => true),
    store.read('a/file'),
    store.open('a/file'),
    store.write('a/third', Buffer.from('x')),
    store.remove('a/file'),
    store.sweepDrafts(),
  ];
  for (const one of await Promise.allSettled<unknown>(asked))
    expect(one).toMatchObject({ reason: expect.any(StoreFault) });
  expect(() => store.list()).toThrow(expect.objectContaining({ lasting: false }));
  expect(sent).toEqual([1, 2, 3]);
  faults.end('store');
  expect(String(await store.read('a/file'))).toBe('before');
  expect((await Array.fromAsync(store.list())).map(({ key }) => key)).toEqual(['a/file']);
});

/** A mail of that subject. */
const write = (outbox: Outbox, subject: string, recipient = 'zoe@exemple.fr'): Promise<void> =>
  db.transaction().execute((tx) =>
    outbox.post(tx, {
      eventId: randomUUID(),
      template: 'account.activation',
      recipient,
      accountId: null,
      academy: null,
      session: null,
      subject,
      body: 'Bonjour',
    }),
  );
const stateOf = async (asked: string): Promise<string | undefined> =>
  (await latestMails(db, 10)).find(({ subject }) => subject === asked)?.state;

it('While the relay is away what is written waits; it leaves when the relay is back, and what comes then is kept as before', async () => {
  const [faults, jobs] = [createFaults(), heldJobs()];
  const outbox = faults.outbox(db, jobs, null, silentLog);
  await write(outbox, 'before');
  faults.begin('relay');
  await write(outbox, 'meanwhile');
  await jobs.run();
  expect([await stateOf('before'), await stateOf('meanwhile')]).toEqual(['kept', 'waiting']);
  faults.end('relay');
  await write(outbox, 'after');
  await jobs.run();
  expect([await stateOf('meanwhile'), await stateOf('after')]).toEqual(['sent', 'kept']);
});

it('A relay of an office that is away is asked nothing, and gets what waited when it is back', async () => {
  const [faults, jobs, arrived] = [createFaults(), heldJobs(), [] as string[]];
  const send = async ({ subject }: { readonly subject: string }): Promise<string> => {
    arrived.push(subject);
    return '250 OK';
  };
  const relay = { send, verify: async () => undefined, close: () => undefined };
  const outbox = faults.outbox(db, jobs, relay, silentLog);
  faults.begin('relay');
  await write(outbox, 'relayed');
  await jobs.run();
  expect(arrived).toEqual([]);
  faults.end('relay');
  await jobs.run();
  expect(arrived).toEqual(['relayed']);
});

it('Mails to one domain are refused for good, so that what an office does then can be seen; others are kept', async () => {
  const [faults, jobs] = [createFaults(), heldJobs()];
  const outbox = faults.outbox(db, jobs, null, silentLog);
  await write(outbox, 'refused', 'Quelqu.Un@Refuse.example');
  await write(outbox, 'beside', 'quelqu.un@refuse.example.fr');
  await jobs.run();
  expect([await stateOf('refused'), await stateOf('beside')]).toEqual(['failed', 'kept']);
  expect(jobs.orders).toEqual([]);
});

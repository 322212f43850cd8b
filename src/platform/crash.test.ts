import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { ownDatabase } from '../testing/database.ts';
import { createJobs } from './jobs.ts';
import { createOutbox } from './mail/outbox.ts';
import { smtpTransport } from './mail/transport.ts';

const NOTES = 12;
const WAIT = { timeout: 120_000, interval: 100 };

/** While true, the relay takes a mail and never says so. */
let mute = true;
const taken: string[] = [];
let doomed: ChildProcess;
const done: string[] = [];

const { connection, db } = await ownDatabase();
const relay = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, answer) => {
    let text = '';
    stream.on('data', (chunk) => (text += String(chunk)));
    stream.on('end', () => {
      taken.push(/^Message-ID: (.*)$/im.exec(text)?.[1] ?? 'none');
      if (!mute) answer();
    });
  },
});
relay.on('error', () => undefined);
relay.listen(0, '127.0.0.1');
await once(relay.server, 'listening');
const address = `smtp://127.0.0.1:${(relay.server.address() as AddressInfo).port}`;
const transport = smtpTransport(address, 'Registre <no-reply@registre.test>', 'registre.test');
const jobs = createJobs(connection, () => undefined);
jobs.handle('test.note', async ({ name }) => void done.push(name));
createOutbox(db, jobs, transport);
afterAll(async () => {
  doomed?.kill('SIGKILL');
  await jobs.stop();
  transport.close();
  await new Promise<void>((resolve) => relay.close(() => resolve()));
});

const jobsOf = async (name: string): Promise<readonly { state: string; n: number; heartbeat: number | null }[]> => {
  const { rows } = await sql<{ state: string; n: number; heartbeat: number | null }>`
    select state, count(*) as n, min(heartbeat_seconds) as heartbeat from pgboss.job where name = ${name} group by state`.execute(
    db,
  );
  return rows;
};

describe('Jobs of a node that is killed', () => {
  it('are at work in a process of its own when it is', async () => {
    const script = path.join(import.meta.dirname, '..', 'testing', 'doomedNode.ts');
    doomed = spawn(process.execPath, [script, JSON.stringify(connection), address], { stdio: 'inherit' });
    await vi.waitFor(() => expect(taken).toHaveLength(1), WAIT);
    await vi.waitFor(
      async () => expect((await jobsOf('test.note')).map(({ state }) => state)).toContain('active'),
      WAIT,
    );
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
  }, 600_000);

  it('are done by another within the minute: their heartbeat is missed, no quarter of an hour is waited for', async () => {
    mute = false;
    await jobs.start();
    await vi.waitFor(() => expect(new Set(done).size).toBe(NOTES), WAIT);
    await vi.waitFor(
      async () => expect(await jobsOf('test.note')).toEqual([{ state: 'completed', n: NOTES, heartbeat: 20 }]),
      WAIT,
    );
    // What was at work was taken back long before it could expire: silence, one look of the supervisor, one of the queue.
    const { rows } = await sql<{ tries: number; seconds: number }>`
      select max(retry_count) as tries, max(extract(epoch from completed_on - created_on))::int as seconds
      from pgboss.job where name = 'test.note'`.execute(db);
    expect(rows[0]?.tries).toBeGreaterThan(0);
    expect(rows[0]?.seconds).toBeLessThan(900);
  }, 600_000);

  it('that were sending a mail send it again under the same Message-ID', async () => {
    await vi.waitFor(async () => {
      const { rows } = await sql`select state, attempts from mail`.execute(db);
      expect(rows).toEqual([{ state: 'sent', attempts: 2 }]);
    }, WAIT);
    expect(taken).toHaveLength(2);
    expect(new Set(taken).size).toBe(1);
  }, 600_000);
});

describe('A queue that an older version made', () => {
  it('is given the heartbeat at the next start', async () => {
    await sql`update pgboss.queue set heartbeat_seconds = null where name = 'test.note'`.execute(db);
    const node = createJobs(connection, () => undefined);
    node.handle('test.note', async () => undefined);
    await node.start();
    const { rows } = await sql`select heartbeat_seconds as seconds from pgboss.queue where name = 'test.note'`.execute(
      db,
    );
    expect(rows).toEqual([{ seconds: 20 }]);
    await node.stop();
  });
});

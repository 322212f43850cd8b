import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ownDatabase } from '../../testing/database.ts';
import { openLine } from '../../testing/line.ts';
import { connectDatabase } from '../database/database.ts';
import { createLog } from '../log.ts';
import { noteTrouble } from '../trouble.ts';
import { keepMinutes } from './keepMinutes.ts';
import { createMeter } from './meter.ts';
import { listMinutes, measuredSince, oldMinutes, writeMinute } from './minutes.ts';
import type { NodeMinute } from './serviceMinute.ts';

const log = createLog('silent');
const CALM = { requests: 3, refused: 0, faults: 0, slow: 0, lagMs: 5, away: false } as const;

const { db, connection } = await ownDatabase();

const lately = async () => {
  const now = Temporal.Now.instant();
  return listMinutes(db, now.subtract({ hours: 48 }), now.add({ minutes: 1 }));
};

describe('What a server answers', () => {
  it('is counted by what became of it; what is always there is not', async () => {
    const meter = createMeter();
    const server = createServer((request, response) => {
      const [, status = '200'] = request.url?.split('/') ?? [];
      response.writeHead(Number(status) || 200).end('x');
    });
    meter.follow(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    for (const path of ['200', '404', '429', '500', '503', '503', 'static/a.css', 'readyz', 'healthz'])
      await fetch(`http://127.0.0.1:${port}/${path}`, { headers: { connection: 'close' } });
    server.close();
    await once(server, 'close');
    expect(meter.take()).toMatchObject({ requests: 6, refused: 2, faults: 1, slow: 0 });
    expect(meter.take()).toMatchObject({ requests: 0, refused: 0, faults: 0, slow: 0 });
    meter.stop();
  });

  it('is slow where the loop of events stood still, and that is said', async () => {
    const meter = createMeter();
    meter.take();
    await setTimeout(100);
    const until = performance.now() + 300;
    while (performance.now() < until);
    await setTimeout(100);
    expect(meter.take().lagMs).toBeGreaterThan(200);
    meter.stop();
  });
});

describe('A minute', () => {
  const now = Temporal.Now.instant().round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const one = (more: Partial<NodeMinute> = {}): NodeMinute => ({ ...CALM, minute: now, ...more });

  it('is summed over nodes, and of what is measured the worst counts; a node that began again adds to it', async () => {
    await writeMinute(db, 'a', one({ away: true, refused: 1 }));
    await writeMinute(db, 'a', one({ away: true, lagMs: 900 }));
    await writeMinute(db, 'b', one({ faults: 2 }));
    const [found, ...others] = await lately();
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      requests: 9,
      refused: 1,
      faults: 2,
      lagMs: 900,
      away: false,
      mailSeconds: 0,
      troubles: [],
    });
    expect(found?.minute.equals(now)).toBe(true);
    expect((await measuredSince(db))?.equals(now)).toBe(true);
  });

  it('says how long mails waited and what a node could not do then; one that waited itself says neither', async () => {
    await sql`truncate service_minute`.execute(db);
    await noteTrouble(db, 'files-unwritable', 'a');
    await sql`insert into mail (id, event_id, template, recipient, subject, body, state, created_at)
      values (gen_random_uuid(), gen_random_uuid(), 'x', 'a@example.fr', 'x', 'x', 'waiting', now() - interval '10 minutes')`.execute(
      db,
    );
    await writeMinute(db, 'a', one({ minute: now.subtract({ minutes: 30 }) }));
    await writeMinute(db, 'a', one());
    const [before, last] = await lately();
    expect(before).toMatchObject({ mailSeconds: 0, troubles: [] });
    expect(last?.mailSeconds).toBeGreaterThanOrEqual(600);
    expect(last?.troubles).toEqual(['files-unwritable']);
  });

  it('is erased after ninety days', async () => {
    await sql`truncate service_minute`.execute(db);
    await writeMinute(db, 'a', one({ minute: now.subtract({ hours: 91 * 24 }) }));
    await writeMinute(db, 'a', one({ minute: now.subtract({ hours: 24 }) }));
    await db.transaction().execute(oldMinutes(Temporal.Duration.from({ days: 90 })).erase);
    expect((await measuredSince(db))?.equals(now.subtract({ hours: 24 }))).toBe(true);
  });

  it("is read on the exam's clock", async () => {
    await sql`update clock set shift = '-1 day'`.execute(db);
    expect((await measuredSince(db))?.equals(now.subtract({ hours: 48 }))).toBe(true);
    await sql`update clock set shift = '0'`.execute(db);
  });
});

describe('A node', () => {
  it('keeps its minutes while the database is away, marks the one that saw it, and writes them when it is back', async () => {
    await sql`truncate service_minute`.execute(db);
    const line = await openLine(connection);
    const pool = connectDatabase({ ...connection, host: '127.0.0.1', port: line.port }, () => undefined);
    const began = Temporal.Now.instant().subtract({ minutes: 10 });
    let at = began;
    const keeper = keepMinutes({ db: pool.db, name: 'a', log }, { take: () => CALM }, () => at);
    const later = (): void => {
      at = at.add({ minutes: 1 });
    };
    later();
    await keeper.end();
    await line.cut();
    later();
    await keeper.end();
    expect(await lately()).toMatchObject([{ away: false }]);
    await line.restore();
    later();
    await keeper.stop();
    expect((await lately()).map(({ away }) => away)).toEqual([false, true, false]);
    await pool.close();
    await line.cut();
  });
});

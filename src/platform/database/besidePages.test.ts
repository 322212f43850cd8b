import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { createDatabase } from '../../testing/database.ts';
import { besidePages, shareBeside } from './besidePages.ts';
import { connectDatabase } from './database.ts';

const created = await createDatabase();
const drop = created.drop;
const node = connectDatabase({ ...created.connection, max: 4 }, () => undefined);
afterAll(async () => {
  await node.close();
  await drop();
});

const ask = (): Promise<unknown> => sql`select 1`.execute(node.db);

/** An act that holds its connection until it is told to end. */
function held(): { readonly begun: Promise<unknown>; readonly over: () => Promise<unknown> } {
  const [hold, begun] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const act = node.db.transaction().execute(async (tx) => {
    await sql`select 1`.execute(tx);
    begun.resolve();
    await hold.promise;
  });
  return {
    begun: begun.promise,
    over: () => {
      hold.resolve();
      return act;
    },
  };
}

it('what arrives takes a part of the connections: a page finds one, whatever waits', async () => {
  expect(shareBeside(4)).toBe(1);
  const first = await besidePages(async () => held());
  await first.begun;
  let others = 0;
  const waiting = Array.from({ length: 20 }, () => besidePages(ask).then(() => (others += 1)));
  await ask();
  await node.db.transaction().execute(ask);
  expect([others, node.pool.waitingCount]).toEqual([0, 0]);
  await first.over();
  await Promise.all(waiting);
  expect(others).toBe(20);
});

it('an act that asks beside its own transaction does not wait for itself', async () => {
  const rows = await besidePages(() => node.db.transaction().execute(() => ask()));
  expect(rows).toBeDefined();
  await besidePages(ask);
});

it('a connection that can’t be had gives its share back', async () => {
  const away = connectDatabase({ host: '127.0.0.1', port: 1, max: 4 }, () => undefined);
  for (let time = 0; time < 3; time += 1)
    await expect(besidePages(() => sql`select 1`.execute(away.db))).rejects.toThrow('ECONNREFUSED');
  await away.close();
});

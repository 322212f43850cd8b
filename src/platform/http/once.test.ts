import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../../testing/database.ts';
import { transact } from '../database/transact.ts';
import { ok } from '../result.ts';
import { forgetOldKeys, once } from './once.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await emptyDatabase();
});
afterAll(() => test.close());

const done: string[] = [];
const send = async (key: string, what: string): Promise<unknown> => {
  const sent = await transact(test.db, async (tx) =>
    ok(
      await once(tx, key, 'camille', 'test', async () => {
        done.push(what);
        return { what };
      }),
    ),
  );
  return sent.ok ? sent.value : null;
};

describe('A form sent twice', () => {
  it('does its work once, and is answered the same', async () => {
    const key = randomUUID();
    expect(await send(key, 'first')).toEqual({ what: 'first' });
    expect(await send(key, 'second')).toEqual({ what: 'first' });
    expect(done).toEqual(['first']);
  });

  it('is remembered for a week', async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    for (const key of [old, young]) await send(key, 'before');
    await sql`update once set at = now() - interval '7 days 1 minute' where key = ${old}`.execute(test.db);
    await sql`update once set at = now() - interval '6 days 23 hours' where key = ${young}`.execute(test.db);
    await forgetOldKeys(test.db);
    expect(await send(old, 'again')).toEqual({ what: 'again' });
    expect(await send(young, 'again')).toEqual({ what: 'before' });
  });
});

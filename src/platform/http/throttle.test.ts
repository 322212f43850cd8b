import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../../testing/database.ts';
import { countTry, forgetOldTries, forgetTries, giveBack, type Patience, takeTurn, tryATurn } from './throttle.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await emptyDatabase();
});
afterAll(() => test.close());

const FIVE: Patience = { free: 5, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: 3600 };

describe('The throttle', () => {
  it('lets five of thirty simultaneous tries through', async () => {
    const turns = await Promise.all(Array.from({ length: 30 }, () => takeTurn(test.db, 'sign-in a', FIVE)));
    expect(turns.filter((turn) => turn.allowed)).toHaveLength(5);
    for (const turn of turns) if (!turn.allowed) expect(turn.waitSeconds).toBeGreaterThan(50);
  });

  it('keeps each bucket apart, and forgets after a success', async () => {
    expect(await takeTurn(test.db, 'sign-in b', FIVE)).toEqual({ allowed: true });
    await forgetTries(test.db, 'sign-in a');
    expect(await takeTurn(test.db, 'sign-in a', FIVE)).toEqual({ allowed: true });
  });

  it('is tried by whoever asks whether this node is ready, and keeps nothing of it', async () => {
    const count = sql<{ n: number }>`select count(*) as n from throttle`;
    const before = (await count.execute(test.db)).rows;
    await tryATurn(test.db);
    expect((await count.execute(test.db)).rows).toEqual(before);
    const broken = sql`alter table throttle rename column blocked_until to elsewhere`;
    await broken.execute(test.db);
    await expect(tryATurn(test.db)).rejects.toThrow('blocked_until');
    await sql`alter table throttle rename column elsewhere to blocked_until`.execute(test.db);
  });

  it('doubles the wait at each further try, up to the longest', async () => {
    const growing: Patience = { free: 1, firstWaitSeconds: 60, longestWaitSeconds: 240, forgetAfterSeconds: 3600 };
    const waits: number[] = [];
    for (let tries = 0; tries < 5; tries++) {
      expect(await takeTurn(test.db, 'c', growing)).toEqual({ allowed: true });
      const next = await takeTurn(test.db, 'c', growing);
      waits.push(next.allowed ? 0 : Math.round(next.waitSeconds / 60));
      await sql`update throttle set blocked_until = now() where bucket = 'c'`.execute(test.db);
    }
    expect(waits).toEqual([1, 2, 4, 4, 4]);
  });

  it('gives a turn back where it was no failure: one more may try at once', async () => {
    for (let tries = 0; tries < 5; tries++) await takeTurn(test.db, 'd', FIVE);
    expect((await takeTurn(test.db, 'd', FIVE)).allowed).toBe(false);
    await giveBack(test.db, 'd');
    expect((await takeTurn(test.db, 'd', FIVE)).allowed).toBe(true);
    expect((await takeTurn(test.db, 'd', FIVE)).allowed).toBe(false);
  });

  it('counts thirty at once as thirty, without refusing any, until the hour of the first is over', async () => {
    const counts = await Promise.all(Array.from({ length: 30 }, () => countTry(test.db, 'e', 3600)));
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    await giveBack(test.db, 'e');
    expect(await countTry(test.db, 'e', 3600)).toBe(30);
    await sql`update throttle set window_ends_at = now() - interval '1 second' where bucket = 'e'`.execute(test.db);
    expect(await countTry(test.db, 'e', 3600)).toBe(1);
  });

  it('keeps nothing that no longer counts', async () => {
    await countTry(test.db, 'f', 3600);
    await sql`update throttle set window_ends_at = now() - interval '1 second' where bucket <> 'f'`.execute(test.db);
    await sql`update throttle set blocked_until = '-infinity'`.execute(test.db);
    await forgetOldTries(test.db);
    const { rows } = await sql`select bucket from throttle`.execute(test.db);
    expect(rows).toEqual([{ bucket: 'f' }]);
  });
});

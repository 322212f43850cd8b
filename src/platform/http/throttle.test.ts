import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../../testing/database.ts';
import { forgetTries, type Patience, takeTurn, tryATurn } from './throttle.ts';

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
    const brisk: Patience = { free: 1, firstWaitSeconds: 0.05, longestWaitSeconds: 0.2, forgetAfterSeconds: 60 };
    const waited: number[] = [];
    for (let tries = 0; tries < 4; tries++) {
      const from = performance.now();
      while (!(await takeTurn(test.db, 'c', brisk)).allowed) await new Promise((next) => setTimeout(next, 5));
      waited.push(performance.now() - from);
    }
    expect(waited[1]).toBeGreaterThanOrEqual(40);
    expect(waited[2]).toBeGreaterThanOrEqual(90);
    expect(waited[3]).toBeGreaterThanOrEqual(180);
    expect(waited[3]).toBeLessThan(2000);
  });
});

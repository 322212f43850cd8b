import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ownDatabase } from '../../testing/database.ts';
import { countTry, forgetTries, giveBack, oldTries, type Patience, takeTurn, tryATurn } from './throttle.ts';

const { db } = await ownDatabase();

const FIVE: Patience = { free: 5, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: 3600 };

describe('The throttle', () => {
  it('lets five of thirty simultaneous tries through', async () => {
    const turns = await Promise.all(Array.from({ length: 30 }, () => takeTurn(db, 'sign-in a', FIVE)));
    expect(turns.filter((turn) => turn.allowed)).toHaveLength(5);
    for (const turn of turns) if (!turn.allowed) expect(turn.waitSeconds).toBeGreaterThan(50);
  });

  it('keeps each bucket apart, and forgets after a success', async () => {
    expect(await takeTurn(db, 'sign-in b', FIVE)).toEqual({ allowed: true });
    await forgetTries(db, 'sign-in a');
    expect(await takeTurn(db, 'sign-in a', FIVE)).toEqual({ allowed: true });
  });

  it('is tried by whoever asks whether this node is ready, and keeps nothing of it', async () => {
    const count = sql<{ n: number }>`select count(*) as n from throttle`;
    const before = (await count.execute(db)).rows;
    await tryATurn(db);
    expect((await count.execute(db)).rows).toEqual(before);
    const broken = sql`alter table throttle rename column blocked_until to elsewhere`;
    await broken.execute(db);
    await expect(tryATurn(db)).rejects.toThrow('blocked_until');
    await sql`alter table throttle rename column elsewhere to blocked_until`.execute(db);
  });

  it('doubles the wait at each further try, up to the longest', async () => {
    const growing: Patience = { free: 1, firstWaitSeconds: 60, longestWaitSeconds: 240, forgetAfterSeconds: 3600 };
    const waits: number[] = [];
    for (let tries = 0; tries < 5; tries++) {
      expect(await takeTurn(db, 'c', growing)).toEqual({ allowed: true });
      const next = await takeTurn(db, 'c', growing);
      waits.push(next.allowed ? 0 : Math.round(next.waitSeconds / 60));
      await sql`update throttle set blocked_until = now() where bucket = 'c'`.execute(db);
    }
    expect(waits).toEqual([1, 2, 4, 4, 4]);
  });

  it('gives a turn back where it was no failure: one more may try at once', async () => {
    for (let tries = 0; tries < 5; tries++) await takeTurn(db, 'd', FIVE);
    expect((await takeTurn(db, 'd', FIVE)).allowed).toBe(false);
    await giveBack(db, 'd');
    expect((await takeTurn(db, 'd', FIVE)).allowed).toBe(true);
    expect((await takeTurn(db, 'd', FIVE)).allowed).toBe(false);
  });

  it('counts thirty at once as thirty, without refusing any, until the hour of the first is over', async () => {
    const counts = await Promise.all(Array.from({ length: 30 }, () => countTry(db, 'e', 3600)));
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    await giveBack(db, 'e');
    expect(await countTry(db, 'e', 3600)).toBe(30);
    await sql`update throttle set window_ends_at = now() - interval '1 second' where bucket = 'e'`.execute(db);
    expect(await countTry(db, 'e', 3600)).toBe(1);
  });

  it('keeps nothing that no longer counts', async () => {
    await countTry(db, 'f', 3600);
    await sql`update throttle set window_ends_at = now() - interval '1 second' where bucket <> 'f'`.execute(db);
    await sql`update throttle set blocked_until = '-infinity'`.execute(db);
    await db.transaction().execute(oldTries.erase);
    const { rows } = await sql`select bucket from throttle`.execute(db);
    expect(rows).toEqual([{ bucket: 'f' }]);
  });
});

import { sql } from 'kysely';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { keptCount, MANY, type Scope } from '../../scope/index.ts';
import { officeRoom } from '../../testing/desk.ts';
import { MACON_WITH_HANDICAP } from '../../testing/enrolments.ts';
import { multiplyEnrolments } from '../../testing/growth.ts';
import { mendLists } from '../../testing/officeSite.ts';
import { stage } from '../../testing/stage.ts';
import { countToInvite, linesOf } from './certificateLines.ts';

const SCOPE: Scope = { academy: 'clermont', sessions: ['bp-2024-clermont'], portfolios: null, pieces: 'ordinary' };
/** After the last day of the certificates, before the exam. */
const LATE = Temporal.Instant.from('2024-04-02T10:00:00+02:00');

const { db, catalogue, registered, setClock } = await stage(officeRoom);
const made = await registered({ answers: MACON_WITH_HANDICAP });
const enrolmentId = made.enrolment.id;
afterEach(() => void vi.useRealTimers());

/** Counts how often it was asked. */
function counter(found: number) {
  let asked = 0;
  const count = (db: Database, key = 'x') =>
    keptCount(
      db,
      key,
      async () => {
        asked += 1;
        return found;
      },
      (rows) => rows,
    );
  return { count, asked: () => asked };
}

describe('A count', () => {
  it('of few is made anew each time; of many, once in half a minute for all who read the same', async () => {
    const db = { of: 'one' } as unknown as Database;
    const few = counter(MANY - 1);
    await few.count(db, 'few');
    await few.count(db, 'few');
    expect(few.asked()).toBe(2);
    vi.useFakeTimers({ toFake: ['performance'] });
    const many = counter(MANY);
    await many.count(db);
    await many.count(db);
    await many.count({ of: 'another' } as unknown as Database);
    await many.count(db, 'of another scope');
    expect(many.asked()).toBe(3);
    vi.advanceTimersByTime(30_001);
    await many.count(db);
    expect(many.asked()).toBe(4);
  });

  it('is asked once by all who wait for it; one that failed is asked again', async () => {
    const db = {} as unknown as Database;
    const few = counter(1);
    await Promise.all([few.count(db), few.count(db), few.count(db)]);
    expect(few.asked()).toBe(1);
    const failing = keptCount<number>(
      db,
      'fails',
      () => Promise.reject(new Error('away')),
      (rows) => rows,
    );
    await expect(failing).rejects.toThrow('away');
    expect(
      await keptCount(
        db,
        'fails',
        async () => 7,
        (rows) => rows,
      ),
    ).toBe(7);
  });
});

describe('The first page', () => {
  it('says how many are to be invited, as the list does; of many, as it did within the last half minute', async () => {
    const deps = { db, catalogue: () => catalogue };
    const session = catalogue.session('bp-2024-clermont');
    if (session === undefined) throw new Error('no session');
    await setClock(LATE);
    const listed = async (): Promise<number> =>
      (await linesOf(deps, SCOPE, session, LATE)).filter(({ isToInvite }) => isToInvite).length;
    expect([await countToInvite(deps, SCOPE, LATE), await listed()]).toEqual([1, 1]);
    expect(await countToInvite(deps, SCOPE, Temporal.Instant.from('2023-11-15T10:00:00+01:00'))).toBe(0);
    await multiplyEnrolments(
      db,
      { enrolmentId, specialities: [{ cfd: '45023216', portfolio: 'G3' }] },
      1,
      2 * MANY + 100,
    );
    await mendLists(db, { error: () => undefined });
    const many = await listed();
    expect(many).toBeGreaterThan(MANY);
    expect(await countToInvite(deps, SCOPE, LATE)).toBe(many);
    await sql`update piece set status = 'compliant'`.execute(db);
    expect([await countToInvite(deps, SCOPE, LATE), await listed()]).toEqual([many, 0]);
  });
});

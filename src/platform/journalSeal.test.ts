import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import { record, SYSTEM, verifyJournal } from './journal.ts';
import { listSeals, sealJournal, verifySeals } from './journalSeal.ts';
import { parisDay } from './time.ts';

declare module './defineEvents.ts' {
  interface Events {
    'test.sealed': null;
  }
}

let test: TestDatabase;
const opened: TestDatabase[] = [];
beforeEach(async () => {
  test = await emptyDatabase();
  opened.push(test);
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const add = (stream: string): Promise<string> =>
  test.db
    .transaction()
    .execute((tx) => record(tx, SYSTEM, 'test.sealed', { stream, academy: 'clermont', session: null }, null));

/** What somebody with full powers over the database can do, and nobody else. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await test.db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one);
    for (const statement of statements) await sql.raw(statement).execute(one);
    await sql`set session_replication_role = origin`.execute(one);
  });
}

/** The night that comes, and those after it: what is written now is of the day before. */
const night = (after = 1) => sealJournal(test.db, parisDay(Temporal.Now.instant()).add({ days: after }));

async function broken(): Promise<readonly string[]> {
  return (await verifySeals(test.db, await listSeals(test.db))).map(String);
}

describe('The seal of a day', () => {
  it('is made once over what was written before it, and follows the one before', async () => {
    await add('enrolment:1');
    await add('enrolment:1');
    await add('enrolment:2');
    const first = await night();
    expect(first).toMatchObject({ entries: 3, chains: 2, fromAt: null, previousHash: null });
    expect(await night()).toBeNull();
    const second = await night(4);
    expect(second).toMatchObject({ entries: 0, chains: 0, fromAt: first?.untilAt, previousHash: first?.hash });
    expect(await broken()).toEqual([]);
  });

  it('leaves what is written today for tomorrow', async () => {
    await add('enrolment:1');
    expect(await sealJournal(test.db)).toMatchObject({ entries: 0 });
    expect(await night()).toMatchObject({ entries: 1 });
  });

  it('shows that a whole chain is gone, which no chain shows', async () => {
    await add('enrolment:1');
    await add('enrolment:2');
    const seal = await night();
    await tamper(`delete from journal where stream = 'enrolment:2'`);
    expect(await verifyJournal(test.db)).toEqual([]);
    expect(await broken()).toEqual([seal?.day.toString()]);
  });

  it('shows that a chain was cut short, or lengthened afterwards', async () => {
    await add('enrolment:1');
    const seal = await night();
    await add('enrolment:1');
    expect(await verifyJournal(test.db)).toEqual([]);
    expect(await broken()).toEqual([seal?.day.toString()]);
    await tamper(`delete from journal where id = (select max(id) from journal)`);
    expect(await broken()).toEqual([]);
    await tamper(`delete from journal`);
    expect(await verifyJournal(test.db)).toEqual([]);
    expect(await broken()).toEqual([seal?.day.toString()]);
  });

  it('shows that a seal is gone, or was made anew', async () => {
    await add('enrolment:1');
    const [first, second] = [await night(1), await night(2)];
    await tamper(`delete from journal_seal where day = '${first?.day}'`);
    expect(await broken()).toEqual([second?.day.toString()]);
    await tamper(`update journal_seal set hash = sha256('another')`);
    expect(await broken()).toEqual([second?.day.toString()]);
  });

  it('can be neither changed nor taken away by the server', async () => {
    await night();
    for (const act of [sql`update journal_seal set entries = 0`, sql`delete from journal_seal`])
      await expect(act.execute(test.db)).rejects.toThrow('append-only');
  });

  it('is one, where two nodes make it at once', async () => {
    await add('enrolment:1');
    const made = await Promise.all([night(), night()]);
    expect(made.filter((one) => one !== null)).toHaveLength(1);
    expect(await listSeals(test.db)).toHaveLength(1);
  });
});

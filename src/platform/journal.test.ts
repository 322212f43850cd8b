import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import { canonicalJson, type JournalSubject, record, SYSTEM, verifyJournal } from './journal.ts';

declare module './defineEvents.ts' {
  interface Events {
    'test.written': { readonly data: string };
  }
}

let test: TestDatabase;
beforeAll(async () => {
  test = await emptyDatabase();
});
afterAll(() => test.close());

const subject = (stream: string): JournalSubject => ({ stream, academy: 'clermont', session: 'bp-2024-clermont' });
const add = (stream: string, data: string): Promise<string> =>
  test.db.transaction().execute((tx) => record(tx, SYSTEM, 'test.written', subject(stream), { data }));

describe('The journal', () => {
  it('chains the entries of one file, and the chain can be verified outside the database', async () => {
    for (const text of ['un', 'deux', 'trois']) await add('enrolment:1', text);
    expect(await verifyJournal(test.db, 'enrolment:1')).toEqual([]);
    const { rows } = await sql<{
      linked: boolean;
    }>`select previous_hash = lag(hash) over (order by id) as linked from journal where stream = 'enrolment:1' order by id`.execute(
      test.db,
    );
    expect(rows.slice(1).every((row) => row.linked)).toBe(true);
  });

  it('stays one chain when twenty entries come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => add('enrolment:2', String(index))));
    expect(await verifyJournal(test.db, 'enrolment:2')).toEqual([]);
  });

  it('comes out of a dump as it was, whatever the order of its rows, and goes on from there', async () => {
    for (const text of ['un', 'deux', 'trois']) await add('enrolment:4', text);
    const rows = sql`select id, encode(hash, 'hex') as hash from journal order by id`;
    const before = (await rows.execute(test.db)).rows;
    await sql`create temporary table dumped as select * from journal`.execute(test.db);
    await sql`alter table journal disable trigger journal_append_only`.execute(test.db);
    await sql`delete from journal`.execute(test.db);
    await sql`alter table journal enable trigger journal_append_only`.execute(test.db);
    await sql`insert into journal select * from dumped order by id desc`.execute(test.db);
    await sql`drop table dumped`.execute(test.db);
    expect((await rows.execute(test.db)).rows).toEqual(before);
    await add('enrolment:4', 'quatre');
    expect(await verifyJournal(test.db)).toEqual([]);
  });

  it('refuses to be changed or shortened', async () => {
    await expect(sql`update journal set data = '{}'`.execute(test.db)).rejects.toThrow('append-only');
    await expect(sql`delete from journal`.execute(test.db)).rejects.toThrow('append-only');
    await expect(sql`truncate journal`.execute(test.db)).rejects.toThrow('append-only');
  });

  it('shows a row that someone with full powers has changed', async () => {
    await add('enrolment:3', 'vrai');
    await add('enrolment:3', 'suite');
    await sql`alter table journal disable trigger journal_append_only`.execute(test.db);
    await sql`update journal set data = '{"data":"faux"}' where stream = 'enrolment:3' and previous_hash is null`.execute(
      test.db,
    );
    await sql`alter table journal enable trigger journal_append_only`.execute(test.db);
    expect(await verifyJournal(test.db, 'enrolment:3')).toHaveLength(1);
    expect(await verifyJournal(test.db, 'enrolment:1')).toEqual([]);
  });

  it('writes one text for one value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, { z: null, a: 'é' }], a: true })).toBe('{"a":true,"b":[1,{"a":"é","z":null}]}');
  });
});

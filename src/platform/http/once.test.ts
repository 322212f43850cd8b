import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ownDatabase } from '../../testing/database.ts';
import { transact } from '../database/transact.ts';
import { type Act, SYSTEM } from '../journal.ts';
import { ok, refuse } from '../result.ts';
import { atVersion, oldKeys, once } from './once.ts';

const { db } = await ownDatabase();

const done: string[] = [];
const send = async (key: string, what: string): Promise<unknown> => {
  const sent = await transact(db, async (tx) =>
    ok(
      await once(tx, { key, owner: 'camille', purpose: 'test', content: what }, async () => {
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
    expect(await Promise.all([send(key, 'first'), send(key, 'first')])).toEqual([{ what: 'first' }, { what: 'first' }]);
    expect(done).toEqual(['first']);
  });

  it('with other content is another act, once too; the first is still the first', async () => {
    const key = randomUUID();
    const said = ['one', 'two', 'two', 'one', 'three', 'two'];
    for (const what of said) expect(await send(key, what)).toEqual({ what });
    expect(await Promise.all(['four', 'four'].map((what) => send(key, what)))).toEqual([
      { what: 'four' },
      { what: 'four' },
    ]);
    expect(done.slice(1)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('before and after an upgrade is one: the version before kept no content, or kept its digest in the purpose', async () => {
    const [plain, digested] = [randomUUID(), randomUUID()];
    const digest = createHash('sha256').update(JSON.stringify('said')).digest('hex');
    await sql`insert into once (key, owner, purpose, outcome) values
      (${plain}, 'camille', 'test', '{"what": "before"}'), (${digested}, 'camille', ${`test ${digest}`}, '{"what": "before"}')`.execute(
      db,
    );
    expect(await send(plain, 'said')).toEqual({ what: 'before' });
    expect(await send(digested, 'said')).toEqual({ what: 'before' });
    expect(await send(digested, 'other')).toEqual({ what: 'other' });
    // The version before finds what this one accepts where it looks for it.
    const kept = sql`select from once where key = ${digested} and purpose = 'test' and outcome is not null`;
    expect((await kept.execute(db)).rows).toHaveLength(1);
  });

  it('is remembered for a week', async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    for (const key of [old, young]) await send(key, 'before');
    await sql`update once set at = now() - interval '7 days 1 minute' where key = ${old}`.execute(db);
    await sql`update once set at = now() - interval '6 days 23 hours' where key = ${young}`.execute(db);
    await db.transaction().execute(oldKeys(Temporal.Duration.from({ days: 7 })).erase);
    done.length = 0;
    for (const key of [old, young]) await send(key, 'before');
    expect(done).toEqual(['before']);
  });
});

describe('A form on a version, sent twice', () => {
  const by = (id: string, form?: string): Act => ({ ...SYSTEM, actor: { kind: 'staff', id }, ...(form && { form }) });
  const [lock, unlock] = ['a', 'b'].map((one) => one.repeat(64));
  const row = { version: 1, acts: 0 };
  const press = (act: Act, seen: number) =>
    transact<string, string>(db, (tx) =>
      atVersion<string, string>(tx, act, { now: row.version, seen }, 'changed', async () => {
        row.version += 1;
        row.acts += 1;
        return ok(`act ${row.acts}`);
      }),
    );

  it('is one act, for who sent it', async () => {
    for (let click = 1; click <= 2; click += 1) expect(await press(by('paul', lock), 1)).toEqual(ok('act 1'));
    expect(row.acts).toBe(1);
  });

  it('is no excuse for another form, another person, or a job', async () => {
    for (const act of [by('paul', unlock), by('zoé', lock), by('paul'), SYSTEM])
      expect(await press(act, 1)).toEqual(refuse('changed'));
    expect(row.acts).toBe(1);
  });

  it('is told that something followed, once something did', async () => {
    expect(await press(by('zoé', unlock), 2)).toEqual(ok('act 2'));
    expect(await press(by('paul', lock), 1)).toEqual(refuse('changed'));
  });

  it('refused the first time, is judged anew', async () => {
    const refused = await transact<null, string>(db, (tx) =>
      atVersion<null, string>(tx, by('paul', lock), { now: 3, seen: 3 }, 'changed', async () => refuse('no')),
    );
    expect(refused).toEqual(refuse('no'));
    expect(await press(by('paul', lock), 3)).toEqual(ok('act 3'));
  });
});

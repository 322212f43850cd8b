import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ownDatabase } from '../../testing/database.ts';
import { ORDINARY_DAY, setClock } from '../../testing/enrolments.ts';
import { manyFiles, ROOMS } from '../../testing/officeSite.ts';
import { mendLists } from './mendLists.ts';

const { db } = await ownDatabase(ROOMS);
await setClock(db, ORDINARY_DAY);
await manyFiles(db, 30);

const said: unknown[] = [];
const mend = () => mendLists(db, { error: (...words: unknown[]) => void said.push(words) });
const RIGHT = { queue: 0, files: 0, names: 0, words: 0, counts: 0 };
const journaled = async () =>
  (await sql<{ data: string }>`select data from journal where name = 'lists.mended' order by id`.execute(db)).rows;
const lists = async () =>
  (
    await sql`select (select jsonb_agg(q order by piece_id) from office_queue q) as queue, (select jsonb_agg(f order by enrolment_id) from office_file f) as files,
      (select jsonb_agg(n order by enrolment_id, word) from office_name n) as names,
      (select jsonb_agg(w order by word) from office_word w) as words, (select jsonb_agg(c order by c::text) from office_tally_source c) as counts`.execute(
      db,
    )
  ).rows;

describe('The lists of the office', () => {
  it('are right as the triggers keep them: the night writes nothing', async () => {
    expect(await mend()).toEqual(RIGHT);
    expect([said, await journaled()]).toEqual([[], []]);
  });
  it('that are wrong, whichever way, are mended at night; it is journaled and said', async () => {
    const before = await lists();
    await sql`delete from office_queue where piece_id = (select piece_id from office_queue order by piece_id limit 1)`.execute(
      db,
    );
    await sql`update office_queue set since = since - interval '3 days' where piece_id = (select piece_id from office_queue order by piece_id limit 1)`.execute(
      db,
    );
    await sql`update office_file set state = 'signed' where number = 'BP24-00003-A'`.execute(db);
    await sql`insert into office_queue select gen_random_uuid(), enrolment_id, academy, session, portfolio, speciality, code, confidential, state, corrected, blocking, due_at, due_on, since
      from office_queue limit 1`.execute(db);
    await sql`delete from office_word where word = 'lefevre'`.execute(db);
    const nth = (n: number) =>
      sql`(enrolment_id, word) = (select enrolment_id, word from office_name order by number, word limit 1 offset ${n}::int)`;
    await sql`delete from office_name where ${nth(3)}`.execute(db);
    await sql`update office_name set state = 'cancelled' where ${nth(9)}`.execute(db);
    expect(await mend()).toEqual({ queue: 2, files: 1, names: 2, words: 1, counts: 0 });
    expect(await lists()).toEqual(before);
    expect((await journaled()).map(({ data }) => JSON.parse(data))).toEqual([
      { queue: 2, files: 1, names: 2, words: 1, counts: 0 },
    ]);
    expect(said).toHaveLength(1);
    expect(await mend()).toEqual(RIGHT);
  });
  it('are those of a change of name and of address too', async () => {
    await sql`update candidate set birth_name = 'Le Fèvre' where account_id = (select candidate_id from enrolment order by number limit 1)`.execute(
      db,
    );
    await sql`update auth_user set email = 'neuve@domaine.fr' where id = (select candidate_id from enrolment order by number limit 1)`.execute(
      db,
    );
    const { rows } = await sql<{
      address: string;
      names: string;
    }>`select address, names from office_file order by number limit 1`.execute(db);
    expect(rows[0]?.address).toBe('neuve@domaine.fr');
    expect(rows[0]?.names.split(' ')).toEqual(['camille', 'fevre', 'le', 'lefevre']);
    expect(await mend()).toEqual(RIGHT);
  });
});

import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { ok } from '../../platform/result.ts';

/** How many rows of each list didn't say what they must. */
export type Recounted = { readonly queue: number; readonly files: number; readonly words: number };

/**
 * The lists that triggers keep (`office_queue`, `office_file`, `office_word`), compared with the tables that they are drawn from and
 * mended. Reads everything: for the night.
 */
export async function recountLists(db: Database): Promise<Recounted> {
  const recounted = await transact(db, async (tx) => {
    const mend = async (kept: string, key: string): Promise<number> => {
      const [list, source, id] = [sql.table(kept), sql.table(`${kept}_source`), sql.ref(key)];
      const gone =
        await sql`delete from ${list} k where not exists (select from ${source} s where s.${id} = k.${id} and s.* is not distinct from k.*)`.execute(
          tx,
        );
      const added =
        await sql`insert into ${list} select * from ${source} s where not exists (select from ${list} k where k.${id} = s.${id})`.execute(
          tx,
        );
      return Math.max(Number(gone.numAffectedRows ?? 0n), Number(added.numAffectedRows ?? 0n));
    };
    const queue = await mend('office_queue', 'piece_id');
    const files = await mend('office_file', 'enrolment_id');
    return ok({ queue, files, words: await recountWords(tx) });
  });
  if (!recounted.ok) throw new Error('The lists of the office could not be counted');
  return recounted.value;
}

/** Words that nobody bears any more go; a missing one is one that a search would not have found. */
async function recountWords(tx: Database): Promise<number> {
  const words = sql`select w as word, count(*) as seen from office_file, unnest(string_to_array(names, ' ')) w group by w`;
  await sql`create temporary table borne on commit drop as ${words}`.execute(tx);
  await sql`delete from office_word k where not exists (select from borne b where b.word = k.word)`.execute(tx);
  await sql`update office_word k set seen = b.seen from borne b where b.word = k.word and b.seen <> k.seen`.execute(tx);
  const added =
    await sql`insert into office_word select * from borne b where not exists (select from office_word k where k.word = b.word)`.execute(
      tx,
    );
  return Number(added.numAffectedRows ?? 0n);
}

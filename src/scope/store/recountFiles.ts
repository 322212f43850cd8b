import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';

/** How many rows of each list of files didn't say what they must. */
export type RecountedFiles = { readonly files: number; readonly names: number; readonly words: number };

/** The lists of files that triggers keep, compared with the tables that they are drawn from, and mended. */
export async function recountFiles(tx: Tx): Promise<RecountedFiles> {
  // In this order: names and words are drawn from the files.
  const files = await mendList(tx, 'office_file', ['enrolment_id']);
  return { files, names: await mendList(tx, 'office_name', ['enrolment_id', 'word']), words: await recountWords(tx) };
}

/** A list that triggers keep and its source (`…_source`): a row that says something else goes and comes back right; so does what came to be while this read. */
export async function mendList(
  tx: Tx,
  kept: 'office_file' | 'office_queue' | 'office_name',
  key: readonly string[],
): Promise<number> {
  const [list, source] = [sql.table(kept), sql.table(`${kept}_source`)];
  const same = sql.join(
    key.map((column) => sql`s.${sql.ref(column)} = k.${sql.ref(column)}`),
    sql` and `,
  );
  const gone = await sql`delete from ${list} k
    where not exists (select from ${source} s where ${same} and s.* is not distinct from k.*)`.execute(tx);
  const come = await sql`insert into ${list} select * from ${source} s
    where not exists (select from ${list} k where ${same})`.execute(tx);
  return Math.max(Number(gone.numAffectedRows ?? 0n), Number(come.numAffectedRows ?? 0n));
}

/** Words that nobody bears any more go; a missing one is one that a search would not have found. */
async function recountWords(tx: Tx): Promise<number> {
  await sql`create temporary table borne on commit drop as
    select w as word, count(*) as seen from office_file, unnest(string_to_array(names, ' ')) w group by w`.execute(tx);
  await sql`delete from office_word k where not exists (select from borne b where b.word = k.word)`.execute(tx);
  await sql`update office_word k set seen = b.seen from borne b where b.word = k.word and b.seen <> k.seen`.execute(tx);
  const come = await sql`insert into office_word select * from borne b
    where not exists (select from office_word k where k.word = b.word)`.execute(tx);
  return Number(come.numAffectedRows ?? 0n);
}

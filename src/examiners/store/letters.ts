import { sql } from 'kysely';
import type { ExamPlace } from '../../exam/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  nullable,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/uuid.ts';
import type { ExaminerId } from '../examiners.ts';

const LETTER = columns({
  id: uuid,
  session: text,
  examinerId: id<ExaminerId>(),
  /** When they were told of what it says. */
  at: instant,
  /** When a mail was sent in its place, to who has a mail box since. */
  mailedAt: nullable(instant),
  settled: present(flag),
  /** The first hour still ahead that it speaks of. */
  nearest: present(instant),
});
/** What somebody without a mail box is told by the post; `settled`: it left, or it was told in another way. */
export type ExaminerLetter = RowOf<typeof LETTER>;

/**
 * The last letter of each person and session, as long as it speaks of something that is ahead, the nearest first: it says all that they were told, so that
 * an older one needn't go any more.
 */
export function listExaminerLetters(
  db: Database,
  { academy, session }: { readonly academy: string; readonly session?: string },
): Promise<readonly ExaminerLetter[]> {
  return LETTER.all(
    db,
    sql`select l.id, l.session, l.examiner_id as "examinerId", l.at, l.mailed_at as "mailedAt",
      l.mailed_at is not null or exists (select from settled_letter s where s.letter_id = l.id) as settled, ahead.nearest
    from (select distinct on (session, examiner_id) * from examiner_letter
        where academy = ${academy} and (${session ?? null}::text is null or session = ${session ?? null}::text)
        order by session, examiner_id, rank desc) l
      join lateral (select min((m.told ->> 'startsAt')::timestamptz) as nearest from board_member m
        where m.academy = l.academy and m.session = l.session and m.examiner_id = l.examiner_id and m.state <> 'declined'
          and (m.told ->> 'endsAt')::timestamptz > business_now()) ahead on ahead.nearest is not null
    order by ahead.nearest, l.id`,
  );
}

/** Those that nobody posted, nor told by telephone. */
export async function listUnheard(
  ...asked: Parameters<typeof listExaminerLetters>
): Promise<readonly ExaminerLetter[]> {
  return (await listExaminerLetters(...asked)).filter(({ settled }) => !settled);
}

/** Whoever has no mail box was told something: somebody posts it, or calls. */
export async function insertExaminerLetter(tx: Tx, { academy, session }: ExamPlace, person: ExaminerId): Promise<void> {
  await sql`insert into examiner_letter (id, academy, session, examiner_id) values (${newId()}, ${academy}, ${session}, ${person})`.execute(
    tx,
  );
}

/** A mail went in its place. */
export async function noteMailed(tx: Tx, letter: string): Promise<void> {
  await sql`update examiner_letter set mailed_at = business_now() where id = ${letter}`.execute(tx);
}

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
  /** When a mail was sent in its place, to who has a mail box since; null: none, or it was refused. */
  mailedAt: nullable(instant),
  /** The relay refused for good the last mail that told it. */
  refused: present(flag),
  settled: present(flag),
  /** The first hour still ahead that it speaks of. */
  nearest: present(instant),
});
/** What somebody whom no mail reaches is told by the post; `settled`: it left, or it was told in another way. */
export type ExaminerLetter = RowOf<typeof LETTER>;

/**
 * The last letter of each person and session, as long as it speaks of something that is ahead, the nearest first: it says all that they were told, so that
 * an older one needn't go any more. What was told by mail is none, unless that mail was refused.
 */
export function listExaminerLetters(
  db: Database,
  { academy, session }: { readonly academy: string; readonly session?: string },
): Promise<readonly ExaminerLetter[]> {
  return LETTER.all(
    db,
    sql`select l.id, l.session, l.examiner_id as "examinerId", l.at, case when not l.refused then l.mailed_at end as "mailedAt",
      l.refused, ahead.nearest, (l.mailed_at is not null and not l.refused) or exists (select from settled_letter s where s.letter_id = l.id) as settled
    from (select distinct on (t.session, t.examiner_id) t.*, f.event_id is not null as refused
        from examiner_letter t left join (select event_id from mail_outcome where state = 'failed') f on f.event_id = t.event_id
        where t.academy = ${academy} and (${session ?? null}::text is null or t.session = ${session ?? null}::text)
          and (not t.by_mail or f.event_id is not null)
        order by t.session, t.examiner_id, t.rank desc) l
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

/** Somebody was told something: by the mail of that event, or, without a mail box, by who posts it or calls. */
export async function insertExaminerLetter(
  tx: Tx,
  { academy, session }: ExamPlace,
  person: ExaminerId,
  mail: string | null,
): Promise<void> {
  await sql`insert into examiner_letter (id, academy, session, examiner_id, event_id, by_mail, mailed_at)
    values (${newId()}, ${academy}, ${session}, ${person}, ${mail}::uuid, ${mail !== null}, case when ${mail !== null} then business_now() end)`.execute(
    tx,
  );
}

/** A mail went in its place, of that event. */
export async function noteMailed(tx: Tx, letter: string, event: string): Promise<void> {
  await sql`update examiner_letter set mailed_at = business_now(), event_id = ${event}, by_mail = false where id = ${letter}`.execute(
    tx,
  );
}

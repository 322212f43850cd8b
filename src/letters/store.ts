import { type RawBuilder, sql } from 'kysely';
import { PERSON_NAMES, withName } from '../accounts/index.ts';
import { endedBy, NOTIFIED_KINDS } from '../papers/index.ts';
import { columns, flag, present, text, uuid } from '../platform/database/columns.ts';
import type { Database } from '../platform/database/database.ts';
import { count, inFiles, MOST_COUNTED, type Scope } from '../scope/index.ts';

const DECIDED = columns({
  id: uuid,
  paperId: present(uuid),
  number: text,
  ...PERSON_NAMES.shape,
  over: flag,
});

/** A file with what goes to it by post: the paper of a decision that ended it and stands, or a letter in the place of a mail. */
export type PostedFile = {
  readonly id: string;
  /** Of the paper, or of the letter. */
  readonly paperId: string;
  readonly number: string;
  readonly name: string;
  /** A letter whose matter is over, and that nobody posted. */
  readonly over: boolean;
};

/** How many decisions one list looks at; an office has some hundreds a session. */
const MOST_DECIDED = 2000;
/** The decisions that are notified and end no enrolment: each stands as long as its paper does. */
const OTHER_KINDS = NOTIFIED_KINDS.filter((kind) => endedBy(kind) === null);

/** The papers of decisions that stand. */
const STANDING = sql`(select enrolment_id, paper_id from cancellation_notice union all select enrolment_id, paper_id from set_aside_notice
  union all select enrolment_id, id from paper_outcome where kind = any(${OTHER_KINDS}::text[]))`;

/** Those of a scope, in the order of names: what is to be notified, and what was. None tells of somebody's health. */
export async function listDecided(db: Database, scope: Scope): Promise<readonly PostedFile[]> {
  const rows = await DECIDED.all(
    db,
    sql`select f.enrolment_id as id, c.paper_id as "paperId", f.number, ${PERSON_NAMES.of('f')}, false as over
      from ${STANDING} c
        join listed_file f on f.enrolment_id = c.enrolment_id where ${inFiles(scope)}
      order by f.sort_name, f.first_names, f.number, c.paper_id limit ${MOST_DECIDED}::int`,
  );
  return rows.map(withName);
}

/** Letters with a decision go as that decision; those with health data are read by their service, and by nobody else. */
const lettersIn = (
  scope: Scope,
): RawBuilder<unknown> => sql`file_letter l join listed_file f on f.enrolment_id = l.enrolment_id
  where ${inFiles(scope)} and l.confidential = ${scope.pieces === 'confidential'} and not l.beside && ${NOTIFIED_KINDS}::text[]`;

/** Whose matter is over before anybody posted it: what it reminds of came, its day has passed, its enrolment ended, or it is answered. */
const OVER = sql`(not l.settled and exists (select from (select letter_id from reminder_letter_over
  union all select letter_id from accommodation_letter_over union all select letter_id from case_receipt_over) o where o.letter_id = l.id))`;

/** The letters of a scope in the place of mails: those that nobody posted or told yet, or the others, the last first. */
export async function listLetters(db: Database, scope: Scope, settled: boolean): Promise<readonly PostedFile[]> {
  const rows = await DECIDED.all(
    db,
    sql`select f.enrolment_id as id, l.id as "paperId", f.number, ${PERSON_NAMES.of('f')}, ${OVER} as over
      from ${lettersIn(scope)} and l.settled = ${settled} order by l.at desc, l.id limit ${MOST_DECIDED}::int`,
  );
  return rows.map(withName);
}

/** Those that nobody has posted yet. */
export function countToPost(db: Database, scope: Scope): Promise<number> {
  return count(db, sql`${lettersIn(scope)} and not l.settled and not ${OVER}`, MOST_COUNTED);
}

/** Those that left under a number before that day, and of which the post has said nothing since. */
export function countWithoutNews(db: Database, scope: Scope, before: Temporal.PlainDate): Promise<number> {
  return count(
    db,
    sql`letter_without_news w join listed_file f on f.enrolment_id = w.enrolment_id
      where ${inFiles(scope)} and w.confidential = ${scope.pieces === 'confidential'} and w.posted_on < ${before.toString()}::date
        and (w.letter_id is not null or w.confidential or exists (select from ${STANDING} c where c.paper_id = w.paper_id))`,
    MOST_COUNTED,
  );
}

/** The letters of one file, the first first. */
export function lettersOfFile(
  db: Database,
  scope: Scope,
  id: string,
): Promise<readonly Pick<PostedFile, 'id' | 'over'>[]> {
  return OF_FILE.all(
    db,
    sql`select l.id, ${OVER} as over from ${lettersIn(scope)} and l.enrolment_id = ${id} order by l.at, l.id`,
  );
}

const OF_FILE = columns({ id: uuid, over: flag });

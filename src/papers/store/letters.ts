import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, type RowOf, text, texts, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Notice, NoticeLetter } from '../notice.ts';
import { CONFIDENTIAL_KINDS, EXAM_KINDS } from '../paper.ts';
import type { LetterEnd } from '../rules/noticeLetter.ts';

/** The SQL of letters: what was posted, what became of it, and what it says. */

const REFERENCE = columns({ reference: text });

/** Of what a letter with this number already went, in this academy. */
export async function referenceOfTracking(tx: Tx, academy: string, tracking: string): Promise<string | null> {
  // Of a decision on somebody's health, nothing but that the number is taken.
  const asked = sql`select coalesce(case when p.kind = any(${CONFIDENTIAL_KINDS}::text[]) or o.confidential then '' else coalesce(p.reference, o.reference) end, '') as reference
    from notice_letter l left join paper p on p.id = l.paper_id left join file_letter o on o.id = l.letter_id where l.academy = ${academy} and l.tracking = ${tracking} and l.taken_back_at is null limit 1`;
  return (await REFERENCE.first(tx, asked))?.reference ?? null;
}

export async function insertLetter(
  tx: Tx,
  {
    id: holds,
    kind,
    academy,
    session,
    enrolmentId,
  }: Pick<Notice, 'id' | 'kind' | 'academy' | 'session'> & { readonly enrolmentId: Notice['enrolmentId'] | null },
  letter: Pick<NoticeLetter, 'tracking' | 'address' | 'postedOn' | 'postedBy'>,
): Promise<void> {
  const [paperId, letterId] = kind === null ? [null, holds] : [holds, null];
  await sql`insert into notice_letter (id, academy, session, enrolment_id, paper_id, letter_id, tracking, address, posted_on, posted_by)
    values (${randomUUID()}, ${academy}, ${session}, ${enrolmentId}::uuid, ${paperId}::uuid, ${letterId}::uuid, ${letter.tracking}::text, ${letter.address}::text[],
      ${letter.postedOn}, ${letter.postedBy})`.execute(tx);
}

export async function writeLetterEnd(
  tx: Tx,
  letterId: string,
  { outcome, presentedOn, outcomeOn }: LetterEnd,
  officerId: string,
): Promise<void> {
  await sql`update notice_letter set outcome = ${outcome}, presented_on = ${presentedOn}, outcome_on = ${outcomeOn},
    outcome_by = ${officerId} where id = ${letterId}`.execute(tx);
}

/** What was entered last by mistake: what became of it, or the letter itself. */
export async function clearLetterEnd(tx: Tx, letterId: string): Promise<void> {
  await sql`update notice_letter set outcome = null, presented_on = null, outcome_on = null, outcome_by = null where id = ${letterId}`.execute(
    tx,
  );
}

export async function takeLetterBack(tx: Tx, letterId: string, officerId: string): Promise<void> {
  await sql`update notice_letter set taken_back_at = business_now(), taken_back_by = ${officerId} where id = ${letterId}`.execute(
    tx,
  );
}

/** Told by telephone that day, in the place of the letter; what somebody else noted stays. */
export async function insertTold(
  tx: Tx,
  { id: letter_id, academy }: Pick<Notice, 'id' | 'academy'>,
  told: { readonly on: Temporal.PlainDate; readonly by: string },
): Promise<void> {
  await sql`insert into letter_told (id, academy, letter_id, told_on, told_by)
    values (${randomUUID()}, ${academy}, ${letter_id}, ${told.on}, ${told.by})`.execute(tx);
}

export async function takeToldBack(tx: Tx, letterId: string, officerId: string): Promise<void> {
  await sql`update letter_told set taken_back_at = business_now(), taken_back_by = ${officerId}
    where letter_id = ${letterId} and taken_back_at is null`.execute(tx);
}

/** That these were printed to be posted, at this moment. */
export async function notePrinted(
  tx: Tx,
  academy: string,
  subjects: readonly string[],
  officerId: string,
): Promise<void> {
  await sql`insert into letter_print (subject_id, academy, printed_by) select s, ${academy}, ${officerId} from unnest(${subjects}::uuid[]) s
    on conflict do nothing`.execute(tx);
}

const WORDS = columns({ template: text, body: text, enclosed: texts });

/** Those of these letters with which a paper goes that says how somebody sits the exam. */
export async function encloseSummonses(db: Database, ids: readonly string[]): Promise<readonly string[]> {
  const row = columns({ id: uuid });
  const found = await row.all(
    db,
    sql`select l.id from file_letter l where l.id = any(${ids}::uuid[]) and exists (
      select from paper p where p.enrolment_id = l.enrolment_id and p.issued_at = l.at and p.kind = any(${EXAM_KINDS}::text[]))`,
  );
  return found.map((one) => one.id);
}

/** What a letter says, and the papers that were issued with it, in the order of their references. */
export function letterWords(db: Database, id: string): Promise<RowOf<typeof WORDS>> {
  return WORDS.one(
    db,
    sql`select l.template, l.body, array(select p.id::text from paper p where p.enrolment_id = l.enrolment_id and p.issued_at = l.at
        and p.kind <> all(${CONFIDENTIAL_KINDS}::text[]) and p.withheld is null order by p.reference) as enclosed
      from file_letter l where l.id = ${id}`,
  );
}

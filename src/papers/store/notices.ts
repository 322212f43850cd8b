import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Author, decisionTexts } from '../../decisions/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  day,
  flag,
  id,
  instant,
  json,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { LETTER_OUTCOMES, NOTIFIED_KINDS, type Notice, type NoticeLetter } from '../notice.ts';
import { CONFIDENTIAL_KINDS, EXAM_KINDS, PAPER_KINDS, type PaperKind } from '../paper.ts';
import type { LetterEnd } from '../rules/noticeLetter.ts';

/** The SQL of notifications: deposits that an agreement allows, and registered letters. */

export async function insertElectronicNotice(
  tx: Tx,
  {
    id: enrolment_id,
    academy,
    session,
  }: { readonly id: EnrolmentId; readonly academy: string; readonly session: string },
  {
    paperId,
    agreementId,
    eventId,
  }: { readonly paperId: string; readonly agreementId: string; readonly eventId: string },
): Promise<void> {
  await tx
    .insertInto('electronic_notice')
    .values({ paper_id: paperId, academy, session, enrolment_id, agreement_id: agreementId, event_id: eventId })
    .execute();
}

const NOTICE = columns({
  id: uuid,
  academy: text,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  kind: nullable(oneOf(PAPER_KINDS)),
  title: text,
  reference: text,
  issuedAt: instant,
  openedAt: nullable(instant),
  electronic: flag,
  mail: oneOf(['left', 'waiting', 'refused']),
  toldOn: nullable(day),
  signedBy: nullable(text),
  author: nullable(json<Author>()),
  printedAt: nullable(instant),
});
const LETTER = columns({
  id: uuid,
  paperId: present(uuid),
  tracking: nullable(text),
  address: texts,
  postedOn: day,
  postedBy: uuid,
  at: instant,
  outcome: nullable(oneOf(LETTER_OUTCOMES)),
  presentedOn: nullable(day),
  outcomeOn: nullable(day),
  outcomeBy: nullable(uuid),
});

async function find(db: Database, which: RawBuilder<unknown>): Promise<readonly Notice[]> {
  const rows = await NOTICE.all(
    db,
    sql`select p.id, p.academy, p.session, p.enrolment_id as "enrolmentId", p.kind, p.title, p.reference, p.issued_at as "issuedAt",
        p.opened_at as "openedAt", n.paper_id is not null as electronic,
        case when m.state in ('sent', 'kept') then 'left' when m.state = 'failed' then 'refused' else 'waiting' end as mail,
        null::date as "toldOn", null::text as "signedBy", (select d.author from appealable_decision t join taken_decision d on d.id = t.decision_id
          where t.paper_id = p.id order by t.told_at desc limit 1) as author, ${printed(sql`p.id`)} as "printedAt"
      from paper p left join electronic_notice n on n.paper_id = p.id
        left join lateral (select o.state from mail_outcome o where o.event_id = n.event_id order by o.created_at desc limit 1) m on true
      where p.kind = any(${NOTIFIED_KINDS}::text[]) and ${which} order by p.issued_at desc, p.version desc`,
  );
  return withLetters(db, rows);
}

const printed = (subject: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select max(printed_at) from letter_print where subject_id = ${subject})`;

/** Letters in the place of a mail; those with health data are for the service alone. */
async function findLetters(
  db: Database,
  academy: string,
  letters: readonly string[],
  confidential: boolean,
): Promise<readonly Notice[]> {
  const rows = await NOTICE.all(
    db,
    sql`select l.id, l.academy, l.session, l.enrolment_id as "enrolmentId", null::text as kind, l.subject as title, l.reference, l.at as "issuedAt",
        null::timestamptz as "openedAt", false as electronic, 'left' as mail,
        (select told_on from letter_told t where t.letter_id = l.id and t.taken_back_at is null) as "toldOn", l.signed_by as "signedBy", null::jsonb as author, ${printed(sql`l.id`)} as "printedAt"
      from file_letter l where l.id = any(${letters}::uuid[]) and l.academy = ${academy} and l.confidential = ${confidential} order by l.at desc, l.id`,
  );
  return withLetters(db, rows);
}

async function withLetters(db: Database, rows: readonly RowOf<typeof NOTICE>[]): Promise<readonly Notice[]> {
  const letters = await lettersOf(db, rows);
  return rows.map(({ author, ...row }) => ({
    ...row,
    signedBy: author === null ? row.signedBy : decisionTexts.author(author),
    letters: letters.filter(({ paperId }) => paperId === row.id),
  }));
}

function lettersOf(db: Database, notices: readonly RowOf<typeof NOTICE>[]): Promise<readonly NoticeLetter[]> {
  const ids = notices.map((notice) => notice.id);
  if (ids.length === 0) return Promise.resolve([]);
  return LETTER.all(
    db,
    sql`select id, coalesce(paper_id, letter_id) as "paperId", tracking, address, posted_on as "postedOn", posted_by as "postedBy", at, outcome,
        presented_on as "presentedOn", outcome_on as "outcomeOn", outcome_by as "outcomeBy"
      from notice_letter where (paper_id = any(${ids}::uuid[]) or letter_id = any(${ids}::uuid[])) and taken_back_at is null order by posted_on, at, id`,
  );
}

/** Every notified paper of an enrolment, the last first: for its candidate, whose they all are. */
export function listNotices(db: Database, enrolmentId: string): Promise<readonly Notice[]> {
  return find(db, sql`p.enrolment_id = ${enrolmentId}`);
}

/** Of these papers, whoever may read them: for what counts a delay from their notification. */
export function noticesOfPapers(db: Database, papers: readonly string[]): Promise<readonly Notice[]> {
  return papers.length === 0 ? Promise.resolve([]) : find(db, sql`p.id = any(${papers}::uuid[])`);
}

/** Those of these papers that are notified, and of these letters, that hold no health data: for an office. */
export async function findNotices(db: Database, academy: string, ids: readonly string[]): Promise<readonly Notice[]> {
  if (ids.length === 0) return [];
  const papers = await find(
    db,
    sql`p.id = any(${ids}::uuid[]) and p.academy = ${academy} and p.kind <> all(${CONFIDENTIAL_KINDS}::text[])`,
  );
  return papers.length === ids.length ? papers : [...papers, ...(await findLetters(db, academy, ids, false))];
}

/** Those of these papers and letters that hold health data, for the service that decided them. */
export async function findHealthNotices(
  db: Database,
  academy: string,
  ids: readonly string[],
): Promise<readonly Notice[]> {
  if (ids.length === 0) return [];
  const papers = await find(
    db,
    sql`p.id = any(${ids}::uuid[]) and p.academy = ${academy} and p.kind = any(${CONFIDENTIAL_KINDS}::text[])`,
  );
  return papers.length === ids.length ? papers : [...papers, ...(await findLetters(db, academy, ids, true))];
}

/** The notified papers of an enrolment that an office may read. */
export function noticesForOffice(db: Database, academy: string, enrolmentId: string): Promise<readonly Notice[]> {
  return find(
    db,
    sql`p.enrolment_id = ${enrolmentId} and p.academy = ${academy} and p.kind <> all(${CONFIDENTIAL_KINDS}::text[])`,
  );
}

/** Of these enrolments, the notified papers of a kind that an office may read, the last first. */
export function listNoticesOf(
  db: Database,
  enrolments: readonly string[],
  kind: Exclude<PaperKind, 'accommodation'>,
): Promise<readonly Notice[]> {
  return find(db, sql`p.enrolment_id = any(${enrolments}::uuid[]) and p.kind = ${kind}`);
}

const UNREAD = columns({ enrolmentId: present(uuid) });

/** Whose decision that sets them aside, or has a piece given again, was deposited on line, and isn't notified yet; a few. */
export async function listUnread(db: Database): Promise<readonly string[]> {
  const rows = await UNREAD.all(
    db,
    sql`select s.enrolment_id as "enrolmentId" from set_aside_notice s join electronic_notice n on n.paper_id = s.paper_id
      join enrolment_file e on e.id = s.enrolment_id where e.status = 'registered'
    union select n.enrolment_id from piece_awaiting_notice w join electronic_notice n on n.enrolment_id = w.enrolment_id limit 1000`,
  );
  return rows.map(({ enrolmentId }) => enrolmentId);
}

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
  }: Pick<Notice, 'id' | 'kind' | 'academy' | 'session' | 'enrolmentId'>,
  letter: Pick<NoticeLetter, 'tracking' | 'address' | 'postedOn' | 'postedBy'>,
): Promise<void> {
  const [paperId, letterId] = kind === null ? [null, holds] : [holds, null];
  await sql`insert into notice_letter (id, academy, session, enrolment_id, paper_id, letter_id, tracking, address, posted_on, posted_by)
    values (${randomUUID()}, ${academy}, ${session}, ${enrolmentId}, ${paperId}::uuid, ${letterId}::uuid, ${letter.tracking}::text, ${letter.address}::text[],
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
const ENCLOSED = columns({ title: text, fileKey: text });

export type LetterWords = RowOf<typeof WORDS> & {
  /** Documents of the office that were given at the same instant, as long as they may be read. */
  readonly published: readonly RowOf<typeof ENCLOSED>[];
};

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

/** What a letter says, and what was issued with it: papers in the order of their references, then documents of the office. */
export async function letterWords(db: Database, id: string): Promise<LetterWords> {
  const words = await WORDS.one(
    db,
    sql`select l.template, l.body, array(select p.id::text from paper p where p.enrolment_id = l.enrolment_id and p.issued_at = l.at
        and p.kind <> all(${CONFIDENTIAL_KINDS}::text[]) and p.withheld is null order by p.reference) as enclosed
      from file_letter l where l.id = ${id}`,
  );
  const published = await ENCLOSED.all(
    db,
    sql`select p.title, p.file_key as "fileKey" from file_letter l
        join publication_recipient r on r.enrolment_id = l.enrolment_id and r.settled_at = l.at and r.state = 'given'
        join publication p on p.id = r.publication_id
      where l.id = ${id} and not l.confidential and p.withdrawn_at is null and p.scan is distinct from 'infected' order by p.title, p.id`,
  );
  return { ...words, published };
}

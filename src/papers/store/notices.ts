import { type RawBuilder, sql } from 'kysely';
import { type DecisionAuthor, decisionTexts } from '../../decisions/index.ts';
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
import { CONFIDENTIAL_KINDS, PAPER_KINDS } from '../paper.ts';

/** The SQL of notifications: deposits that an agreement allows, and what is known of how each reached its person. */

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
  author: nullable(json<DecisionAuthor>()),
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
const told = (what: 'told_on' | 'told_by'): RawBuilder<unknown> =>
  sql`(select ${sql.ref(what)} from letter_told t where t.letter_id = l.id and t.taken_back_at is null)`;

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
        ${told('told_on')} as "toldOn", l.signed_by as "signedBy", null::jsonb as author, ${printed(sql`l.id`)} as "printedAt"
      from file_letter l where l.id = any(${letters}::uuid[]) and l.academy = ${academy} and l.confidential = ${confidential} order by l.at desc, l.id`,
  );
  return withLetters(db, rows);
}

const SENT = columns({
  id: present(uuid),
  printedAt: nullable(instant),
  toldOn: nullable(day),
  toldBy: nullable(uuid),
});
/** What is known of how a letter reached its person. */
export type SentLetter = RowOf<typeof SENT> & Pick<Notice, 'letters'>;

/** Of letters that other rooms write to whoever has no file, by their ids. */
export async function findSent(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, SentLetter>> {
  const rows = await SENT.all(
    db,
    sql`select l.id, ${printed(sql`l.id`)} as "printedAt", ${told('told_on')} as "toldOn", ${told('told_by')} as "toldBy"
      from unnest(${ids}::uuid[]) as l(id)`,
  );
  const letters = await lettersOf(db, rows);
  return new Map(rows.map((row) => [row.id, { ...row, letters: letters.filter(({ paperId }) => paperId === row.id) }]));
}

async function withLetters(db: Database, rows: readonly RowOf<typeof NOTICE>[]): Promise<readonly Notice[]> {
  const letters = await lettersOf(db, rows);
  return rows.map(({ author, ...row }) => ({
    ...row,
    signedBy: author === null ? row.signedBy : decisionTexts.author(author),
    letters: letters.filter(({ paperId }) => paperId === row.id),
  }));
}

function lettersOf(db: Database, notices: readonly { readonly id: string }[]): Promise<readonly NoticeLetter[]> {
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
export function findNotices(db: Database, academy: string, ids: readonly string[]): Promise<readonly Notice[]> {
  return findOf(db, academy, ids, false);
}

/** Those of these papers and letters that hold health data, for the service that decided them. */
export function findHealthNotices(db: Database, academy: string, ids: readonly string[]): Promise<readonly Notice[]> {
  return findOf(db, academy, ids, true);
}

async function findOf(
  db: Database,
  academy: string,
  ids: readonly string[],
  confidential: boolean,
): Promise<readonly Notice[]> {
  if (ids.length === 0) return [];
  const papers = await find(
    db,
    sql`p.id = any(${ids}::uuid[]) and p.academy = ${academy} and (p.kind = any(${CONFIDENTIAL_KINDS}::text[])) = ${confidential}`,
  );
  return papers.length === ids.length ? papers : [...papers, ...(await findLetters(db, academy, ids, confidential))];
}

/** The notified papers of an enrolment that an office may read. */
export function noticesForOffice(db: Database, academy: string, enrolmentId: string): Promise<readonly Notice[]> {
  return find(
    db,
    sql`p.enrolment_id = ${enrolmentId} and p.academy = ${academy} and p.kind <> all(${CONFIDENTIAL_KINDS}::text[])`,
  );
}

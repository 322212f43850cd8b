import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  day,
  flag,
  id,
  instant,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { LETTER_OUTCOMES, NOTIFIED_KINDS, type Notice, type NoticeLetter } from '../notice.ts';
import { CONFIDENTIAL_KINDS, PAPER_KINDS, type PaperId } from '../paper.ts';
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
  id: id<PaperId>(),
  academy: text,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  kind: oneOf(PAPER_KINDS),
  title: text,
  reference: text,
  issuedAt: instant,
  openedAt: nullable(instant),
  electronic: flag,
  mail: oneOf(['left', 'waiting', 'refused']),
});
const LETTER = columns({
  id: uuid,
  paperId: uuid,
  tracking: text,
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
        case when m.state in ('sent', 'kept') then 'left' when m.state = 'failed' then 'refused' else 'waiting' end as mail
      from paper p left join electronic_notice n on n.paper_id = p.id
        left join lateral (select o.state from mail_outcome o where o.event_id = n.event_id order by o.created_at desc limit 1) m on true
      where p.kind = any(${NOTIFIED_KINDS}::text[]) and ${which} order by p.issued_at desc, p.version desc`,
  );
  const letters = await lettersOf(db, rows);
  return rows.map((row) => ({ ...row, letters: letters.filter(({ paperId }) => paperId === row.id) }));
}

function lettersOf(db: Database, papers: readonly RowOf<typeof NOTICE>[]): Promise<readonly NoticeLetter[]> {
  const ids = papers.map((paper) => paper.id);
  if (ids.length === 0) return Promise.resolve([]);
  return LETTER.all(
    db,
    sql`select ${LETTER} from notice_letter where paper_id = any(${ids}::uuid[]) and taken_back_at is null order by posted_on, at, id`,
  );
}

/** Every notified paper of an enrolment, the last first: for its candidate, whose they all are. */
export function listNotices(db: Database, enrolmentId: string): Promise<readonly Notice[]> {
  return find(db, sql`p.enrolment_id = ${enrolmentId}`);
}

/** Those of these papers that are notified and hold no health data, for an office. */
export function findNotices(db: Database, academy: string, papers: readonly string[]): Promise<readonly Notice[]> {
  if (papers.length === 0) return Promise.resolve([]);
  return find(
    db,
    sql`p.id = any(${papers}::uuid[]) and p.academy = ${academy} and p.kind <> all(${CONFIDENTIAL_KINDS}::text[])`,
  );
}

/** Those of these papers that hold health data, for the service that decided them. */
export function findHealthNotices(
  db: Database,
  academy: string,
  papers: readonly string[],
): Promise<readonly Notice[]> {
  if (papers.length === 0) return Promise.resolve([]);
  return find(
    db,
    sql`p.id = any(${papers}::uuid[]) and p.academy = ${academy} and p.kind = any(${CONFIDENTIAL_KINDS}::text[])`,
  );
}

/** The notified papers of an enrolment that an office may read. */
export function noticesForOffice(db: Database, academy: string, enrolmentId: string): Promise<readonly Notice[]> {
  return find(
    db,
    sql`p.enrolment_id = ${enrolmentId} and p.academy = ${academy} and p.kind <> all(${CONFIDENTIAL_KINDS}::text[])`,
  );
}

const REFERENCE = columns({ reference: text });

/** Of which paper a letter with this number already went, in this academy. */
export async function referenceOfTracking(tx: Tx, academy: string, tracking: string): Promise<string | null> {
  // Of a decision on somebody's health, nothing but that the number is taken.
  const asked = sql`select case when p.kind = any(${CONFIDENTIAL_KINDS}::text[]) then '' else p.reference end as reference
    from notice_letter l join paper p on p.id = l.paper_id where l.academy = ${academy} and l.tracking = ${tracking} and l.taken_back_at is null limit 1`;
  return (await REFERENCE.first(tx, asked))?.reference ?? null;
}

export async function insertLetter(
  tx: Tx,
  { id: paperId, academy, session, enrolmentId }: Pick<Notice, 'id' | 'academy' | 'session' | 'enrolmentId'>,
  letter: Pick<NoticeLetter, 'tracking' | 'address' | 'postedOn' | 'postedBy'>,
): Promise<void> {
  await sql`insert into notice_letter (id, academy, session, enrolment_id, paper_id, tracking, address, posted_on, posted_by)
    values (${randomUUID()}, ${academy}, ${session}, ${enrolmentId}, ${paperId}, ${letter.tracking}, ${letter.address}::text[],
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

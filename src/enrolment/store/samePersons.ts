import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Approval } from '../../accounts/index.ts';
import { columns, flag, id, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { amongWords } from '../../platform/database/listed.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type EnrolmentId, RUNNING } from '../enrolment.ts';
import { SAME_PERSON, type SamePerson } from '../samePerson.ts';

/** The smaller id first, as the table wants it. */
export function smallerFirst(accounts: readonly [string, string]): readonly [string, string] {
  const [one, other] = accounts;
  return one < other ? [one, other] : [other, one];
}

/** What stands of two accounts. */
export function findSamePerson(
  db: Database,
  academy: string,
  accounts: readonly [string, string],
): Promise<SamePerson | null> {
  const [one, other] = smallerFirst(accounts);
  return SAME_PERSON.first(
    db,
    sql`select ${SAME_PERSON} from same_person where academy = ${academy} and one_id = ${one} and other_id = ${other} and undone_at is null`,
  );
}

/** One decision, also after it was taken back. */
export async function samePersonOf(db: Database, asked: string): Promise<SamePerson | null> {
  return isUuid(asked) ? SAME_PERSON.first(db, sql`select ${SAME_PERSON} from same_person where id = ${asked}`) : null;
}

/** The same of two accounts, held until the end of the transaction; null where it no longer stands or is of others. */
export async function lockSamePerson(
  tx: Tx,
  academy: string,
  asked: string,
  accounts: readonly [string, string],
): Promise<SamePerson | null> {
  const [one, other] = smallerFirst(accounts);
  return isUuid(asked)
    ? SAME_PERSON.first(
        tx,
        sql`select ${SAME_PERSON} from same_person where id = ${asked} and academy = ${academy} and one_id = ${one} and other_id = ${other}
          and undone_at is null for update`,
      )
    : null;
}

type Written = Pick<SamePerson, 'academy' | 'words' | 'officerId'> & { readonly accounts: readonly [string, string] };

/** One person's: by who asked for it and a second person. */
export async function insertSame(
  tx: Tx,
  row: Written & Pick<SamePerson, 'keepsId' | 'endsId'> & { readonly days: number },
  approval: Approval,
): Promise<SamePerson> {
  const [one, other] = smallerFirst(row.accounts);
  return SAME_PERSON.one(
    tx,
    sql`insert into same_person (id, academy, one_id, other_id, decision, words, officer_id, confirmed_by, keeps_id, ends_id, ends_at)
      values (${randomUUID()}, ${row.academy}, ${one}, ${other}, 'same', ${row.words}, ${row.officerId}, ${approval.by}, ${row.keepsId}, ${row.endsId},
        case when ${row.endsId}::uuid is null then null else business_now() + make_interval(days => ${row.days}::int) end)
      returning ${SAME_PERSON}`,
  );
}

/** Two persons': one is enough to say so, nothing comes of it. */
export async function insertDifferent(tx: Tx, row: Written): Promise<SamePerson> {
  const [one, other] = smallerFirst(row.accounts);
  return SAME_PERSON.one(
    tx,
    sql`insert into same_person (id, academy, one_id, other_id, decision, words, officer_id)
      values (${randomUUID()}, ${row.academy}, ${one}, ${other}, 'different', ${row.words}, ${row.officerId}) returning ${SAME_PERSON}`,
  );
}

export async function writeUndone(tx: Tx, asked: string, officerId: string, words: string): Promise<void> {
  await sql`update same_person set undone_by = ${officerId}, undone_at = business_now(), undone_words = ${words} where id = ${asked}`.execute(
    tx,
  );
}

export async function writeSameOutcome(tx: Tx, asked: string, outcome: 'ended' | 'void'): Promise<void> {
  await sql`update same_person set outcome = ${outcome} where id = ${asked}`.execute(tx);
}

const DUE = columns({ id: uuid, academy: text });

/** Those whose time to answer is over. */
export function listDue(
  db: Database,
  most: number,
): Promise<readonly { readonly id: string; readonly academy: string }[]> {
  return DUE.all(
    db,
    sql`select ${DUE} from same_person where ends_at <= business_now() and outcome is null and undone_at is null and ends_id is not null
      order by ends_at limit ${most}::int`,
  );
}

const ELSEWHERE = columns({ elsewhere: flag });

/** Has the person of this account a running enrolment there under another account that is known to be theirs? */
export async function isEnrolledElsewhere(
  db: Database,
  {
    academy,
    session,
    candidateId,
  }: { readonly academy: string; readonly session: string; readonly candidateId: string },
): Promise<boolean> {
  const asked = sql`select exists (
      select from same_person p join enrolment e on e.candidate_id = case when p.one_id = ${candidateId} then p.other_id else p.one_id end
      where (p.one_id = ${candidateId} or p.other_id = ${candidateId}) and p.decision = 'same' and p.undone_at is null
        and e.academy = ${academy} and e.session = ${session} and e.status in ${amongWords(RUNNING)}) as elsewhere`;
  return (await ELSEWHERE.one(db, asked)).elsewhere;
}

const RUNS = columns({ id: id<EnrolmentId>(), session: text, candidateId: uuid });

/** The registered enrolments of two people that run, or ran last, in the order of their numbers. */
export function runningOf(
  tx: Tx,
  academy: string,
  accounts: readonly [string, string],
): Promise<readonly { readonly id: EnrolmentId; readonly session: string; readonly candidateId: string }[]> {
  return RUNS.all(
    tx,
    sql`select ${RUNS} from enrolment where academy = ${academy} and candidate_id = any(${accounts}::uuid[]) and status in ${amongWords(RUNNING)}
      order by id`,
  );
}

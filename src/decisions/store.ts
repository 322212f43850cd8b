import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { ROLES } from '../accounts/index.ts';
import { columns, day, flag, id, instant, nullable, oneOf, text } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { parisDay } from '../platform/time.ts';
import { newId } from '../platform/uuid.ts';
import type { Decided, DecisionAuthor, DecisionId } from './decision.ts';
import { DELEGATION, DELEGATIONS, type Delegation, type DelegationId } from './delegation.ts';
import type { HeldDelegation } from './rules/signing.ts';

const SAID = sql`id, academy, account_id as "accountId", first_name as "firstName", surname, capacity, grantor, title, acts,
  published_on as "publishedOn", from_on as "from", until_on as "until", ended_at as "endedAt", kept_at as "keptAt"`;

/** Those of an academy, the last kept first. */
export function listDelegations(db: Database, academy: string): Promise<readonly Delegation[]> {
  return DELEGATION.all(
    db,
    sql`select ${SAID} from delegation where academy = ${academy} order by kept_at desc, id limit ${DELEGATIONS.listed}::int`,
  );
}

const FLAG = columns({ is: flag });

/** Is a delegation of anybody who works there in force, whatever it names? */
export async function canAnybodySign(db: Database, academy: string, now: Temporal.Instant): Promise<boolean> {
  const today = parisDay(now).toString();
  const asked = sql`select exists (select from delegation d join staff_open s on s.account_id = d.account_id and s.academy = d.academy
    where d.academy = ${academy} and d.from_on <= ${today}::date and coalesce(d.until_on, 'infinity') >= ${today}::date) as is`;
  return (await FLAG.one(db, asked)).is;
}

const HELD_NOW = columns({ ...DELEGATION.shape, role: nullable(oneOf(ROLES)) });

/** Those that name one of these acts, with what their holders are now. */
export function listDelegationsFor(
  db: Database,
  academy: string,
  acts: readonly string[],
): Promise<readonly HeldDelegation[]> {
  return HELD_NOW.all(
    db,
    sql`select ${SAID}, (select s.role from staff_open s where s.account_id = d.account_id and s.academy = d.academy) as role
    from delegation d where d.academy = ${academy} and d.acts && ${acts}::text[] order by surname, first_name, kept_at desc`,
  );
}

const READER = columns({ address: text });

/** The address of each of their candidates. */
export function listReaders(
  db: Database,
  enrolments: readonly string[],
): Promise<readonly { readonly address: string }[]> {
  return READER.all(
    db,
    sql`select i.address from enrolment_file e join candidate_identity i on i.account_id = e.candidate_id where e.id = any(${enrolments}::uuid[])`,
  );
}

type Holding = Pick<Delegation, 'academy' | 'accountId' | 'acts' | 'from' | 'until'>;

/** Two delegations of one person are kept in turn. */
export async function lockHolder(tx: Tx, { academy, accountId }: Holding): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('delegation ' || ${academy}::text || ' ' || ${accountId}::text, 0))`.execute(
    tx,
  );
}

const HELD = columns({ title: text, from: day });

/** One that this person has for one of these acts on one of these days; one that ended before it served is none. */
export function findHeld(
  tx: Tx,
  { academy, accountId, acts, from, until }: Holding,
): Promise<Pick<Delegation, 'title' | 'from'> | null> {
  return HELD.first(
    tx,
    sql`select title, from_on as "from" from delegation
      where academy = ${academy} and account_id = ${accountId} and acts && ${acts}::text[]
        and (until_on is null or until_on >= greatest(from_on, ${from.toString()}::date))
        and from_on <= coalesce(${until?.toString() ?? null}::date, 'infinity')
      order by from_on limit 1`,
  );
}

export async function insertDelegation(
  tx: Tx,
  delegation: Omit<Delegation, 'id' | 'keptAt' | 'endedAt'> & { readonly by: string | null },
): Promise<DelegationId> {
  const { academy, accountId, firstName, surname, capacity, grantor, title, acts, publishedOn, from, until, by } =
    delegation;
  const delegationId = newId<DelegationId>();
  await sql`insert into delegation (id, academy, account_id, first_name, surname, capacity, grantor, title, acts, published_on, from_on, until_on, kept_by)
    values (${delegationId}, ${academy}, ${accountId}, ${firstName}, ${surname}, ${capacity}, ${grantor}, ${title}, ${acts}::text[],
      ${publishedOn.toString()}::date, ${from.toString()}::date, ${until?.toString() ?? null}::date, ${by})`.execute(
    tx,
  );
  return delegationId;
}

/** Its end, by whoever ends it, and its last whole day; false: it has ended, or is another academy's. */
export async function writeEndOfDelegation(
  tx: Tx,
  end: { readonly id: string; readonly academy: string; readonly at: Temporal.Instant; readonly by: string },
): Promise<boolean> {
  const until = parisDay(end.at).subtract({ days: 1 }).toString();
  const { numAffectedRows } =
    await sql`update delegation set until_on = greatest(${until}::date, from_on - 1), ended_at = ${end.at.toString()}, ended_by = ${end.by}
    where id = ${end.id} and academy = ${end.academy} and (until_on is null or until_on > ${until}::date)`.execute(tx);
  return numAffectedRows === 1n;
}

const DECISION = columns({
  id: id<DecisionId>(),
  act: text,
  firstName: text,
  surname: text,
  capacity: text,
  service: text,
  delegated: nullable(text),
  reason: text,
  ground: text,
  takenAt: instant,
});

const TAKEN = sql`id, act, first_name as "firstName", surname, capacity, service, delegated, reason, ground, taken_at as "takenAt"`;

export type WrittenDecision = {
  readonly academy: string;
  readonly session: string;
  readonly enrolmentId: string | null;
  readonly act: string;
  readonly author: DecisionAuthor;
  readonly authorId: string | null;
  readonly delegationId: DelegationId | null;
  readonly preparedBy: string | null;
  readonly facts: readonly string[];
  readonly reason: string;
  readonly ground: string;
  readonly undoes: DecisionId | null;
};

export async function insertDecision(tx: Tx, written: WrittenDecision): Promise<Decided> {
  const { author, authorId, delegationId, preparedBy, facts, reason, ground, undoes } = written;
  const row = sql`insert into decision (id, academy, session, enrolment_id, act, delegation_id, author_id, first_name, surname, capacity, service,
      delegated, prepared_by, facts, reason, ground, undoes)
    values (${randomUUID()}, ${written.academy}, ${written.session}, ${written.enrolmentId}, ${written.act}, ${delegationId}, ${authorId},
      ${author.firstName}, ${author.surname}, ${author.capacity}, ${author.service}, ${author.delegated}, ${preparedBy}, ${facts}::text[],
      ${reason}, ${ground}, ${undoes})
    returning ${TAKEN}`;
  return decidedOf(await DECISION.one(tx, row));
}

/** A decision on record; it was taken, so it must be there. */
export async function readDecided(db: Database, decisionId: string): Promise<Decided> {
  return decidedOf(await DECISION.one(db, sql`select ${TAKEN} from decision where id = ${decisionId}`));
}

const REASONS = columns({ id: id<DecisionId>(), reason: text });

/** Of several, in whose list they are read; of health there is none here. */
export async function listReasons(
  db: Database,
  decisions: readonly DecisionId[],
): Promise<ReadonlyMap<DecisionId, string>> {
  const rows = await REASONS.all(db, sql`select ${REASONS} from decision where id = any(${decisions}::uuid[])`);
  return new Map(rows.map(({ id: decisionId, reason }) => [decisionId, reason]));
}

/** The last decision of this kind on an enrolment; null: none, or from before they had an author. */
export async function lastDecided(db: Database, enrolmentId: string, act: string): Promise<Decided | null> {
  const asked = sql`select ${TAKEN} from decision where enrolment_id = ${enrolmentId} and act = ${act} order by taken_at desc, id limit 1`;
  const row = await DECISION.first(db, asked);
  return row === null ? null : decidedOf(row);
}

function decidedOf({
  id: decisionId,
  act,
  reason,
  ground,
  takenAt,
  ...author
}: {
  readonly id: DecisionId;
  readonly act: string;
  readonly reason: string;
  readonly ground: string;
  readonly takenAt: Temporal.Instant;
} & DecisionAuthor): Decided {
  return { id: decisionId, act, author, reason, ground, takenAt } as Decided;
}

import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { PERSON_NAMES } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { replacedUnit } from '../../exam/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  present,
  type RowOf,
  text,
  uuid,
  uuids,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { LIFTED_MINUTES, type MarkBatch } from '../marks.ts';
import { anonymousNumber, readAnonymousNumber, SERIALS } from '../rules/anonymousNumber.ts';

/** The only file that reads whose a script is (`identities.test.ts` looks). */

type Place = Pick<MarkBatch, 'id' | 'academy' | 'session'>;

const LISTED = columns({ enrolmentId: id<EnrolmentId>(), left: present(flag) });

/** Whose scripts a batch has, without their numbers. */
export function listEntered(
  db: Database,
  { id }: Pick<MarkBatch, 'id'>,
): Promise<readonly { readonly enrolmentId: EnrolmentId; readonly left: boolean }[]> {
  return LISTED.all(
    db,
    sql`select i.enrolment_id as "enrolmentId", s.left_at is not null as left
    from mark_identity i join mark_script s on s.id = i.script_id where i.batch_id = ${id}`,
  );
}

const HOLDER = columns({ scriptId: uuid, enrolmentId: id<EnrolmentId>() });

/** Whose scripts of a batch that is marked by name count. */
export function listHolders(db: Database, { id }: Pick<MarkBatch, 'id'>): Promise<readonly RowOf<typeof HOLDER>[]> {
  return HOLDER.all(
    db,
    sql`select i.script_id as "scriptId", i.enrolment_id as "enrolmentId"
    from mark_identity i join mark_script s on s.id = i.script_id where i.batch_id = ${id} and s.left_at is null`,
  );
}

const TAKEN = columns({ number: text });

/** Gives each a number drawn at chance that nobody of the session has; the scripts are written in the order of their numbers. */
export async function insertScripts(
  tx: Tx,
  { id: batchId, academy, session }: Place,
  enrolments: readonly EnrolmentId[],
): Promise<void> {
  if (enrolments.length === 0) return;
  // One at a time for a session, so that two batches never draw the same.
  await sql`select pg_advisory_xact_lock(hashtextextended('marks ' || ${academy}::text || ' ' || ${session}::text, 0))`.execute(
    tx,
  );
  const taken = new Set(
    (await TAKEN.all(tx, sql`select number from mark_script where academy = ${academy} and session = ${session}`)).map(
      ({ number }) => number,
    ),
  );
  const drawn = enrolments.map((enrolmentId) => {
    let number = anonymousNumber(randomInt(SERIALS));
    while (taken.has(number)) number = anonymousNumber(randomInt(SERIALS));
    taken.add(number);
    return { id: randomUUID(), enrolmentId, number };
  });
  const scripts = drawn.toSorted((a, b) => (a.number < b.number ? -1 : 1));
  await sql`insert into mark_script (id, academy, session, batch_id, number)
    select script, ${academy}::text, ${session}::text, ${batchId}::uuid, number
    from unnest(${scripts.map((one) => one.id)}::uuid[], ${scripts.map(({ number }) => number)}::text[]) as line (script, number)`.execute(
    tx,
  );
  await sql`insert into mark_identity (script_id, academy, session, batch_id, enrolment_id)
    select script, ${academy}::text, ${session}::text, ${batchId}::uuid, enrolment
    from unnest(${scripts.map((one) => one.id)}::uuid[], ${scripts.map(({ enrolmentId }) => enrolmentId)}::uuid[]) as line (script, enrolment)`.execute(
    tx,
  );
}

/** Who doesn't sit any more, or sits again: their script stays, with what was typed. */
export async function writeLeft(
  tx: Tx,
  { id: batchId }: Pick<MarkBatch, 'id'>,
  enrolments: readonly EnrolmentId[],
  left: boolean,
): Promise<void> {
  await sql`update mark_script set left_at = ${left ? sql`business_now()` : null}
    where id in (select script_id from mark_identity where batch_id = ${batchId} and enrolment_id = any(${enrolments}::uuid[]))`.execute(
    tx,
  );
}

/** How many lists one person may ask of a batch. */
export async function countLifts(db: Database, { id: batchId }: Pick<MarkBatch, 'id'>): Promise<number> {
  const row = columns({ lifts: integer });
  return (await row.one(db, sql`select count(*) as lifts from mark_lift where batch_id = ${batchId}`)).lifts;
}

export async function insertLift(
  tx: Tx,
  { id: batchId, academy, session }: Place,
  reason: string,
  by: string,
): Promise<string> {
  const lift = randomUUID();
  await sql`insert into mark_lift (id, academy, session, batch_id, reason, by)
    values (${lift}, ${academy}, ${session}, ${batchId}, ${reason}, ${by})`.execute(tx);
  return lift;
}

const LIFT = columns({ id: uuid, reason: text, at: instant });
export type Lift = RowOf<typeof LIFT>;

/** While it is open to who asked for it, and to nobody else. */
export async function findLift(
  db: Database,
  { id: batchId }: Pick<MarkBatch, 'id'>,
  lift: string | undefined,
  by: string,
): Promise<Lift | null> {
  if (!isUuid(lift)) return null;
  return LIFT.first(
    db,
    sql`select ${LIFT} from mark_lift where id = ${lift} and batch_id = ${batchId} and by = ${by}
      and at > business_now() - make_interval(mins => ${LIFTED_MINUTES})`,
  );
}

/** Asked already by the same person in the same words, and open: of two clicks. */
export async function liftStanding(
  tx: Tx,
  { id: batchId }: Pick<MarkBatch, 'id'>,
  reason: string,
  by: string,
): Promise<string | null> {
  const found = await LIFT.first(
    tx,
    sql`select ${LIFT} from mark_lift where batch_id = ${batchId} and by = ${by} and reason = ${reason}
      and at > business_now() - make_interval(mins => ${LIFTED_MINUTES}) order by at desc limit 1`,
  );
  return found?.id ?? null;
}

const NAMED = columns({
  scriptId: uuid,
  number: text,
  enrolment: nullable(text),
  ...PERSON_NAMES.shape,
});
export type Named = RowOf<typeof NAMED>;

/** The table itself, by name. */
export function listNamed(db: Database, { id: batchId }: Pick<MarkBatch, 'id'>): Promise<readonly Named[]> {
  return NAMED.all(
    db,
    sql`select s.id as "scriptId", s.number, e.number as enrolment, ${PERSON_NAMES.of('c')}
    from mark_identity i join mark_script s on s.id = i.script_id join enrolment_file e on e.id = i.enrolment_id
      join candidate_identity c on c.account_id = e.candidate_id
    where i.batch_id = ${batchId} and s.left_at is null order by c.birth_name, c.first_names, s.number`,
  );
}

const OWNER = columns({ scriptId: uuid, batchId: uuid, enrolmentId: id<EnrolmentId>(), unit: text });

export type ScriptOwner = RowOf<typeof OWNER>;

/** For results: whose scripts of locked batches these are; of these candidates, or of these batches. */
export function listOwners(
  db: Database,
  { academy, session }: Omit<Place, 'id'>,
  of: { readonly enrolments: readonly EnrolmentId[] } | { readonly batches: readonly string[] },
): Promise<readonly ScriptOwner[]> {
  return OWNER.all(
    db,
    sql`select i.script_id as "scriptId", i.batch_id as "batchId", i.enrolment_id as "enrolmentId", b.unit
    from mark_identity i join mark_batch b on b.id = i.batch_id join mark_script s on s.id = i.script_id
    where b.academy = ${academy} and b.session = ${session} and b.locked_at is not null and s.left_at is null
      and ${'batches' in of ? sql`i.batch_id = any(${of.batches}::uuid[])` : sql`i.enrolment_id = any(${of.enrolments}::uuid[])`}
    order by i.enrolment_id, b.unit`,
  );
}

const PLACED = columns({ batch: uuid, speciality: text, unit: text, enrolments: present(uuids) });
/** Whose scripts a locked batch has, in the order in which they are typed; without their numbers. */
export type ScriptOrder = RowOf<typeof PLACED>;

export function scriptOrders(
  db: Database,
  { academy, session }: Omit<Place, 'id'>,
  specialities: readonly string[],
): Promise<readonly ScriptOrder[]> {
  return PLACED.all(
    db,
    sql`select b.id as batch, b.speciality, b.unit, array_agg(i.enrolment_id order by s.number) as enrolments
    from mark_batch b join mark_script s on s.batch_id = b.id join mark_identity i on i.script_id = s.id
    where b.academy = ${academy} and b.session = ${session} and b.locked_at is not null and s.left_at is null
      and b.speciality = any(${specialities}::text[])
    group by b.id order by b.speciality, b.unit`,
  );
}

const OF_SCRIPT = columns({ unit: text });

/** For its candidate: of which unit the script of an anonymous number is; null: it is no script of theirs, which says nothing of whose it is. */
export async function unitOfScript(
  db: Database,
  { academy, session }: Omit<Place, 'id'>,
  enrolmentId: EnrolmentId,
  typed: string,
): Promise<string | null> {
  const number = readAnonymousNumber(typed);
  if (number === null) return null;
  const found = await OF_SCRIPT.first(
    db,
    sql`select b.unit from mark_identity i join mark_script s on s.id = i.script_id join mark_batch b on b.id = i.batch_id
    where s.academy = ${academy} and s.session = ${session} and s.number = ${number} and i.enrolment_id = ${enrolmentId}`,
  );
  return found === null ? null : replacedUnit(found.unit);
}

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { PERSON_NAMES } from '../accounts/index.ts';
import type { AcademySession } from '../catalogue/index.ts';
import type { Decided } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, flag, id, instant, nullable, present, type RowOf, text } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { type AbsenceDecision, DECISION } from './replacement.ts';
import type { ToldAbsence } from './rules/absences.ts';

const TOLD = columns({ enrolmentId: present(id<EnrolmentId>()), unit: present(text) });

/** Whom the check-in of a centre saw nobody of, by what it said last. */
export function listTold(
  db: Database,
  { academy, session }: AcademySession,
): Promise<readonly (ToldAbsence & { readonly enrolmentId: EnrolmentId })[]> {
  return TOLD.all(
    db,
    sql`select enrolment_id as "enrolmentId", unit from attendance_state
    where academy = ${academy} and session = ${session} and state = 'absent' order by enrolment_id, unit`,
  );
}

/** The last decision on each unit. */
export function listDecisions(db: Database, { academy, session }: AcademySession): Promise<readonly AbsenceDecision[]> {
  return DECISION.all(
    db,
    sql`select distinct on (enrolment_id, unit) ${DECISION} from replacement_decision
    where academy = ${academy} and session = ${session} order by enrolment_id, unit, rank desc`,
  );
}

/** False: another decision took this rank. */
export async function insertDecision(
  tx: Tx,
  decided: Decided,
  { academy, session }: AcademySession,
  decision: Omit<AbsenceDecision, 'decidedAt' | 'decisionId'> & { readonly by: string },
): Promise<boolean> {
  const { enrolmentId, unit, rank, outcome, receivedOn, words, by } = decision;
  const { numAffectedRows } =
    await sql`insert into replacement_decision (id, academy, session, enrolment_id, unit, rank, outcome, received_on, words, decided_by, decision_id)
    values (${randomUUID()}, ${academy}, ${session}, ${enrolmentId}, ${unit}, ${rank}, ${outcome}, ${receivedOn.toString()}::date, ${words}, ${by}, ${decided.id})
    on conflict (enrolment_id, unit, rank) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

const PLACED = columns({
  enrolmentId: present(id<EnrolmentId>()),
  unit: present(text),
  startsAt: present(instant),
  room: present(text),
  centre: present(text),
});
export type PlacedAgain = RowOf<typeof PLACED>;

/** Where these sit which tests, by the published plan. */
export function listPlaced(
  db: Database,
  { academy, session }: AcademySession,
  enrolments: readonly EnrolmentId[],
): Promise<readonly PlacedAgain[]> {
  return PLACED.all(
    db,
    sql`select enrolment_id as "enrolmentId", unit, starts_at as "startsAt", room, centre from exam_published_seat
    where academy = ${academy} and session = ${session} and enrolment_id = any(${enrolments}::uuid[]) order by starts_at`,
  );
}

const NAMED = columns({
  enrolmentId: present(id<EnrolmentId>()),
  ...PERSON_NAMES.shape,
  number: present(text),
  /** CFD. */
  speciality: present(text),
  running: present(flag),
  /** Of their first test. */
  centre: nullable(text),
});
export type NamedAbsent = RowOf<typeof NAMED>;

/** Who they are, and where they were to sit. */
export function listNamed(
  db: Database,
  { academy, session }: AcademySession,
  enrolments: readonly EnrolmentId[],
): Promise<readonly NamedAbsent[]> {
  return NAMED.all(
    db,
    sql`select distinct on (e.id) e.id as "enrolmentId", ${PERSON_NAMES.of('c')}, e.number, e.speciality, e.ended_at is null as running, s.centre
    from enrolment_file e join candidate_identity c on c.account_id = e.candidate_id
      left join exam_published_seat s on s.enrolment_id = e.id and s.academy = e.academy and s.session = e.session
    where e.academy = ${academy} and e.session = ${session} and e.id = any(${enrolments}::uuid[]) order by e.id, s.starts_at`,
  );
}

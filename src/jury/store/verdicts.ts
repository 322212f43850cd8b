import { type RawBuilder, sql } from 'kysely';
import type { AcademySession } from '../../catalogue/index.ts';
import type { Decided } from '../../decisions/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, instant, integer, json, oneOf, present, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Account, UnitAccount } from '../../results/index.ts';
import type { Jury } from '../jury.ts';
import { type AdditionReason, DECISIONS, type JuryPoint, type JuryVerdict, recordName } from '../verdict.ts';

/** As jsonb keeps it: a day is its ISO text. */
type KeptAccount = Omit<Account, 'units'> & {
  readonly units: readonly (Omit<UnitAccount, 'obtainedOn'> & { readonly obtainedOn: string | null })[];
};

const VERDICT = columns({
  enrolmentId: id<EnrolmentId>(),
  academy: text,
  session: text,
  juryId: uuid,
  year: present(integer),
  number: present(integer),
  closedAt: present(instant),
  addition: integer,
  saidAt: instant,
  decision: oneOf(DECISIONS),
  account: json<KeptAccount>(),
  points: json<readonly JuryPoint[]>(),
  reasons: present(json<readonly AdditionReason[]>()),
});

/** Of closed records alone, the last addition of each; of these enrolments, or of all, by candidate number. */
export function readVerdicts(
  db: Database,
  place: AcademySession,
  enrolments: readonly EnrolmentId[] | null,
): Promise<readonly JuryVerdict[]> {
  return find(db, place, enrolments === null ? sql`true` : sql`v.enrolment_id = any(${enrolments}::uuid[])`);
}

/** The same, of one record. */
export function verdictsOfJury(
  db: Database,
  jury: Pick<Jury, 'id' | 'academy' | 'session'>,
): Promise<readonly JuryVerdict[]> {
  return find(db, jury, sql`v.jury_id = ${jury.id}`);
}

const SINCE = columns({ at: instant });

/** Since when the record and its additions say without a break that this candidate is admitted; null: they don't. */
export async function admittedSince(
  db: Database,
  { id: juryId }: Pick<Jury, 'id'>,
  enrolmentId: EnrolmentId,
): Promise<Temporal.Instant | null> {
  const first = await SINCE.first(
    db,
    sql`select v.said_at as at from jury_verdict v where v.jury_id = ${juryId} and v.enrolment_id = ${enrolmentId} and v.decision = 'ADMITTED'
      and not exists (select from jury_verdict w where w.jury_id = v.jury_id and w.enrolment_id = v.enrolment_id and w.addition > v.addition
        and w.decision <> 'ADMITTED')
    order by v.addition limit 1`,
  );
  return first?.at ?? null;
}

async function find(
  db: Database,
  { academy, session }: AcademySession,
  which: RawBuilder<unknown>,
): Promise<readonly JuryVerdict[]> {
  const rows = await VERDICT.all(
    db,
    sql`select distinct on (v.account->>'number', v.enrolment_id) v.enrolment_id as "enrolmentId", v.academy, v.session,
      v.jury_id as "juryId", j.year, j.number, j.closed_at as "closedAt", v.addition, v.said_at as "saidAt", v.decision, v.account, v.points,
      (select coalesce(jsonb_agg(jsonb_build_object('addition', a.number, 'reason', a.reason) order by a.number), '[]'::jsonb)
        from jury_addition a where a.jury_id = v.jury_id and a.enrolment_id = v.enrolment_id and a.state = 'kept'
          and a.number <= v.addition) as reasons
    from jury_verdict v join jury j on j.id = v.jury_id and j.state = 'closed'
    where v.academy = ${academy} and v.session = ${session} and ${which}
    order by v.account->>'number', v.enrolment_id, v.addition desc`,
  );
  return rows.map(({ year, number, account, points, ...row }) => ({
    ...row,
    record: recordName(year, number),
    account: accountFrom(account),
    juryPoints: points,
  }));
}

function accountFrom({ units, ...account }: KeptAccount): Account {
  return {
    ...account,
    units: units.map(({ obtainedOn, ...unit }) => ({
      ...unit,
      obtainedOn: obtainedOn === null ? null : Temporal.PlainDate.from(obtainedOn),
    })),
  };
}

export type VerdictSaid = Pick<JuryVerdict, 'enrolmentId' | 'addition' | 'decision' | 'account' | 'juryPoints'>;

/** The rows of a record, once it is closed, or of an addition to it. */
export async function insertVerdicts(
  tx: Tx,
  _decided: Decided,
  { juryId, academy, session }: AcademySession & { readonly juryId: string },
  said: readonly VerdictSaid[],
): Promise<void> {
  const lines = JSON.stringify(
    said.map(({ enrolmentId, addition, decision, account, juryPoints }) => ({
      enrolment: enrolmentId,
      addition,
      decision,
      account,
      points: juryPoints,
    })),
  );
  await sql`insert into jury_verdict (jury_id, enrolment_id, addition, academy, session, decision, account, points)
    select ${juryId}::uuid, v.enrolment, v.addition, ${academy}::text, ${session}::text, v.decision, v.account, v.points
    from jsonb_to_recordset(${lines}::jsonb) as v (enrolment uuid, addition integer, decision text, account jsonb, points jsonb)`.execute(
    tx,
  );
}

import { sql } from 'kysely';
import { columns, instant, integer, json, type RowOf } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Answers, Enrolment, ExamForm, ReserveState } from '../enrolment.ts';
import { ENROLMENT, enrolmentOf } from '../store.ts';

export type Registration = {
  readonly enrolment: Enrolment;
  readonly number: string;
  readonly version: number;
  readonly answers: Answers;
  readonly speciality: string;
  readonly portfolio: string;
  readonly form: ExamForm;
  readonly familyName: string;
  readonly reserve: ReserveState | null;
  readonly rulePack: string;
  readonly begunAt: Temporal.Instant;
};

/** Writes version n + 1: the working copy becomes the registered one, and a signature of an older version no longer counts. */
export async function writeVersion(tx: Tx, registration: Registration): Promise<Enrolment> {
  const { enrolment, version } = registration;
  const answers = JSON.stringify(registration.answers);
  const written = sql`update enrolment set status = 'registered', number = ${registration.number}, version = ${version}, registered = ${answers}::jsonb, working = null,
      speciality = ${registration.speciality}, portfolio = ${registration.portfolio}, form = ${registration.form}, family_name = ${registration.familyName},
      first_registered_at = coalesce(first_registered_at, business_now()), registered_at = business_now(), validated_at = null, reserve = ${registration.reserve},
      saved_at = business_now(), row_version = row_version + 1
    where id = ${enrolment.id} returning ${ENROLMENT}`;
  const row = await ENROLMENT.one(tx, written);
  await tx
    .insertInto('enrolment_version')
    .values({
      enrolment_id: enrolment.id,
      version,
      academy: enrolment.academy,
      session: enrolment.session,
      answers,
      rule_pack: registration.rulePack,
      begun_at: registration.begunAt,
      registered_at: sql`business_now()`,
    })
    .execute();
  return enrolmentOf(row);
}

const VERSION = columns({ version: integer, answers: json<Answers>(), registeredAt: instant });

/** What was registered by each *Enregistrer*. */
export type KeptVersion = RowOf<typeof VERSION>;

/** The registered versions of an enrolment, the last one first. */
export function listVersions(
  db: Database,
  { id, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
): Promise<readonly KeptVersion[]> {
  return VERSION.all(
    db,
    sql`select ${VERSION} from enrolment_version
      where enrolment_id = ${id} and academy = ${academy} and session = ${session} order by version desc`,
  );
}

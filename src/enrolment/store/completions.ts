import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { COMPLETION_LIFE, COMPLETION_ROW, type CompletedUnits, type Completion } from '../completion.ts';
import type { Answers, Enrolment, EnrolmentId } from '../enrolment.ts';

/** The last proposal on an enrolment. Whoever asks has been let to it. */
export function lastCompletion(
  db: Database,
  { id, academy }: Pick<Enrolment, 'id' | 'academy'>,
): Promise<Completion | null> {
  return COMPLETION_ROW.first(
    db,
    sql`select ${COMPLETION_ROW} from unit_completion where enrolment_id = ${id} and academy = ${academy} order by proposed_at desc, id limit 1`,
  );
}

const COUNTED = columns({ count: integer });

export async function countCompletions(tx: Tx, id: EnrolmentId): Promise<number> {
  return (await COUNTED.one(tx, sql`select count(*) as count from unit_completion where enrolment_id = ${id}`)).count;
}

export type NewCompletion = Pick<Completion, 'units' | 'acquis' | 'epreuves' | 'officerId'>;

/** In place of one that waits. */
export async function insertCompletion(tx: Tx, enrolment: Enrolment, made: NewCompletion): Promise<void> {
  const { id, academy, session, version } = enrolment;
  await dropStanding(tx, id);
  await tx
    .insertInto('unit_completion')
    .values({
      id: randomUUID(),
      enrolment_id: id,
      academy,
      session,
      version,
      state: 'proposed',
      units: made.units === null ? null : JSON.stringify(made.units),
      acquis: JSON.stringify(made.acquis),
      epreuves: JSON.stringify(made.epreuves),
      officer_id: made.officerId,
    })
    .execute();
}

/** False: none waited. */
export async function dropStanding(tx: Tx, id: EnrolmentId): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update unit_completion set state = 'dropped', answered_at = business_now() where enrolment_id = ${id} and state = 'proposed'`.execute(
      tx,
    );
  return numAffectedRows === 1n;
}

export async function answerCompletion(
  tx: Tx,
  id: string,
  act: 'confirm' | 'contest',
  words: string | null,
): Promise<void> {
  await sql`update unit_completion set state = ${COMPLETION_LIFE.acts[act].to}, words = ${words}, answered_at = business_now() where id = ${id}`.execute(
    tx,
  );
}

export type CompletedVersion = {
  readonly enrolment: Enrolment;
  readonly answers: Answers;
  readonly units: CompletedUnits | null;
  readonly rulePack: string;
  readonly begunAt: Temporal.Instant;
};

/**
 * Version n + 1, which fills what version n left to the office: nothing else moves. The day of registration, by which everything is
 * judged, the signature and the validation stand.
 */
export async function writeCompletedVersion(tx: Tx, made: CompletedVersion): Promise<void> {
  const { id, academy, session, version } = made.enrolment;
  const answers = JSON.stringify(made.answers);
  const units = made.units === null ? null : JSON.stringify(made.units);
  await sql`update enrolment set version = ${version + 1}, registered = ${answers}::jsonb, completed_units = ${units}::jsonb,
      signed_version = case when signed_version = version then version + 1 else signed_version end,
      signed_online_version = case when signed_online_version = version then version + 1 else signed_online_version end, row_version = row_version + 1
    where id = ${id}`.execute(tx);
  await tx
    .insertInto('enrolment_version')
    .values({
      enrolment_id: id,
      version: version + 1,
      academy,
      session,
      answers,
      rule_pack: made.rulePack,
      begun_at: made.begunAt,
      registered_at: sql`business_now()`,
    })
    .execute();
}

import { type RawBuilder, sql, type UpdateObject } from 'kysely';
import type { Decided } from '../../decisions/index.ts';
import { columns, instant } from '../../platform/database/columns.ts';
import type { Database, Tables, Tx } from '../../platform/database/database.ts';
import { amongWords } from '../../platform/database/listed.ts';
import type { Act } from '../../platform/journal.ts';
import { newId } from '../../platform/uuid.ts';
import {
  type Answers,
  ENROLMENT_LIFE,
  type Enrolment,
  type EnrolmentId,
  LIVING,
  type Signature,
  type Untold,
} from '../enrolment.ts';
import { ENROLMENT, enrolmentOf } from '../store.ts';

export async function insertDraft(
  tx: Tx,
  draft: { readonly academy: string; readonly session: string; readonly exam: string; readonly candidateId: string },
  working: Answers = {},
): Promise<EnrolmentId> {
  const id = newId<EnrolmentId>();
  const { academy, session, exam, candidateId: candidate_id } = draft;
  await tx
    .insertInto('enrolment')
    .values({ id, academy, session, exam, candidate_id, status: 'draft', working: JSON.stringify(working) })
    .execute();
  return id;
}

export type StepToSave = {
  readonly enrolment: Enrolment;
  /** The working copy as it becomes; null when it says what is registered, so that nothing is being changed. */
  readonly working: Answers | null;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
};

const SAVED = columns({ savedAt: instant });

/**
 * One statement: written only if nobody wrote since it was read, if it still lives, and if the request began inside the
 * window. Gives the instant of saving, or null when nothing was written.
 */
export async function saveStep(db: Database, act: Act, save: StepToSave): Promise<Temporal.Instant | null> {
  const { enrolment } = save;
  const working = save.working === null ? null : JSON.stringify(save.working);
  // Who waits for a connection has begun: how long ago is asked once it is there.
  const saved = await db.connection().execute((connection) => {
    const begun = sql`business_now() - make_interval(secs => ${act.elapsed() / 1000})`;
    return SAVED.first(
      connection,
      sql`update enrolment set working = ${working}::jsonb, saved_at = business_now(), row_version = row_version + 1
      where id = ${enrolment.id} and candidate_id = ${enrolment.candidateId} and row_version = ${enrolment.rowVersion}
        and status in ${amongWords(LIVING)} and business_now() >= ${save.opensAt}::timestamptz and ${begun} < ${save.closesAt}::timestamptz
      returning ${SAVED}`,
    );
  });
  return saved?.savedAt ?? null;
}

/** Answers that no signature covers, otherwise than before: version, signature and validation stand. */
export async function writeUnsigned(
  tx: Tx,
  id: EnrolmentId,
  { registered, working }: { readonly registered: Answers; readonly working: Answers | null },
): Promise<Enrolment> {
  const kept = working === null ? null : JSON.stringify(working);
  const written = sql`update enrolment set registered = ${JSON.stringify(registered)}::jsonb, working = ${kept}::jsonb,
      row_version = row_version + 1
    where id = ${id} returning ${ENROLMENT}`;
  return enrolmentOf(await ENROLMENT.one(tx, written));
}

/** Files stand with the officer of their speciality: those that new rules give to another one follow. */
export async function writePortfolio(tx: Tx, id: EnrolmentId, portfolio: string): Promise<void> {
  await tx
    .updateTable('enrolment')
    .set({ portfolio })
    .where('id', '=', id)
    .where('portfolio', '<>', portfolio)
    .execute();
}

export async function dropWorkingCopy(tx: Tx, id: EnrolmentId): Promise<void> {
  await changeEnrolment(tx, id, { working: null });
}

/** Its candidate leaves. */
export async function leaveEnrolment(tx: Tx, id: EnrolmentId, act: 'withdraw' | 'abandon'): Promise<void> {
  await changeEnrolment(tx, id, { status: ENROLMENT_LIFE.acts[act].to, ended_at: NOW, working: null });
}

/** The office ends it, by a decision on record. */
export async function endEnrolment(
  tx: Tx,
  decided: Decided,
  id: EnrolmentId,
  status: 'set-aside' | 'cancelled',
): Promise<void> {
  await changeEnrolment(tx, id, { status, ended_at: NOW, working: null, ...borne(decided) });
}

/** A decision sets it aside: it goes on until its notification, then ends (`endSetAside`). */
export async function upholdReserve(tx: Tx, decided: Decided, id: EnrolmentId): Promise<void> {
  await changeEnrolment(tx, id, { reserve: 'upheld', ...borne(decided) });
}

/** Voided (`null`), what was signed on line is still known: the decision that voids it may be taken back. */
export async function writeSignature(
  tx: Tx,
  id: EnrolmentId,
  signed: Pick<Signature, 'version' | 'way'> | null,
): Promise<void> {
  if (signed === null) return changeEnrolment(tx, id, { signed_version: null, signed_at: null });
  const { version, way } = signed;
  const signed_online_version = way === 'online' ? version : null;
  await changeEnrolment(tx, id, { signed_version: version, signed_at: NOW, signed_online_version });
}

export async function writeValidated(tx: Tx, id: EnrolmentId): Promise<void> {
  await changeEnrolment(tx, id, { status: 'validated', validated_at: NOW });
}

/** The validation falls; by a decision, its row bears it. */
export async function writeUnvalidated(tx: Tx, by: Decided | Untold, id: EnrolmentId): Promise<void> {
  await changeEnrolment(tx, id, { status: 'registered', validated_at: null, ...('id' in by ? borne(by) : {}) });
}

/** An enrolment that ended goes on as it was, by a decision. */
export async function reopenEnrolment(
  tx: Tx,
  decided: Decided,
  id: EnrolmentId,
  status: 'registered' | 'validated',
  reserve: { readonly reserve?: 'lifted' } = {},
): Promise<void> {
  await changeEnrolment(tx, id, { status, ended_at: null, ...reserve, ...borne(decided) });
}

/** The last decision that ended it, opened it again or undid its validation. */
function borne({ id }: Decided): { readonly decision_id: string } {
  return { decision_id: id };
}

const NOW: RawBuilder<Temporal.Instant> = sql`business_now()`;

/** Writes columns of an enrolment, one row version further. */
export async function changeEnrolment(
  tx: Tx,
  id: EnrolmentId,
  values: UpdateObject<Tables, 'enrolment'>,
): Promise<void> {
  await tx
    .updateTable('enrolment')
    .set({ ...values, row_version: sql`row_version + 1` })
    .where('id', '=', id)
    .execute();
}

import { type EnrolmentId, healthSubjectOf } from '../../enrolment/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Act, record, recordOnce } from '../../platform/journal.ts';

/** Several pages of one request within this time are one reading. */
const ONE_READING = Temporal.Duration.from({ hours: 1 });

/** Who opened the request of one candidate: in the candidate's own chain, where they alone ask for it. */
export async function recordOpening(db: Database, act: Act, enrolmentId: EnrolmentId): Promise<void> {
  const subject = healthSubjectOf({ id: enrolmentId });
  await recordOnce(db, act, 'accommodation.read', subject, { enrolmentId }, ONE_READING);
}

/**
 * Whose names a list showed, which says that they asked for something: written before the page leaves. Of no academy, so that the journal of
 * the office doesn't show it: beside what a candidate just did, the hour of a reading would tell of whom it was.
 */
export async function recordReading(
  db: Database,
  act: Act,
  academy: string,
  enrolments: readonly string[],
): Promise<void> {
  if (enrolments.length === 0) return;
  const subject = { stream: `accommodations:${academy}`, academy: null, session: null };
  await db.transaction().execute((tx) => record(tx, act, 'accommodations.read', subject, { enrolments }));
}

/** Who was sent which document of health, or which page of it, or a notification: in the candidate's own chain. */
export async function recordViewing(
  db: Database,
  act: Act,
  enrolmentId: EnrolmentId,
  viewed: { readonly documentId: string; readonly page: number | null },
): Promise<void> {
  const data = { enrolmentId, ...viewed };
  await db
    .transaction()
    .execute((tx) => record(tx, act, 'accommodation.documentViewed', healthSubjectOf({ id: enrolmentId }), data));
}

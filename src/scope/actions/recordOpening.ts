import { subjectOf } from '../../enrolment/index.ts';
import { type Act, record, recordOnce } from '../../platform/journal.ts';
import type { DeskDeps } from '../deps.ts';
import type { FileAtDesk } from '../scope.ts';

/** Who turns pages in a file read it once: what happens within this time is one reading. */
const ONE_READING = Temporal.Duration.from({ hours: 1 });

/** Who read what a candidate declared: written before the page leaves, once a sitting. The candidate may ask who did. */
export async function recordOpening(
  { db }: Pick<DeskDeps, 'db'>,
  act: Act,
  { enrolment }: Pick<FileAtDesk, 'enrolment'>,
): Promise<void> {
  await recordOnce(db, act, 'file.read', subjectOf(enrolment), { enrolmentId: enrolment.id }, ONE_READING);
}

/** Who read which paper of a candidate. */
export async function recordPaperRead(
  { db }: Pick<DeskDeps, 'db'>,
  act: Act,
  { enrolment }: Pick<FileAtDesk, 'enrolment'>,
  paperId: string,
): Promise<void> {
  const data = { enrolmentId: enrolment.id, paperId };
  await db.transaction().execute((tx) => record(tx, act, 'paper.read', subjectOf(enrolment), data));
}

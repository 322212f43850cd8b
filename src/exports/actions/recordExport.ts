import { subjectOf } from '../../enrolment/index.ts';
import type { DocumentDeskDeps } from '../../papers/index.ts';
import { type Act, record } from '../../platform/journal.ts';
import type { FileAtDesk } from '../../scope/index.ts';

export type Exported = {
  readonly academy: string;
  readonly session: string;
  readonly format: string;
  readonly speciality: string | null;
  readonly state: string | null;
  /** The same in words. */
  readonly what: string;
};

/** Who took which list: written before its first line leaves. */
export async function recordExport(
  { db }: Pick<DocumentDeskDeps, 'db'>,
  act: Act,
  { academy, session, ...data }: Exported,
): Promise<void> {
  const subject = { stream: `exports:${academy}`, academy, session };
  await db.transaction().execute((tx) => record(tx, act, 'files.exported', subject, data));
}

/** Who took the list of letters, their labels, or the letters themselves. */
export async function recordLetters(
  { db }: Pick<DocumentDeskDeps, 'db'>,
  act: Act,
  { academy, session, ...data }: Pick<Exported, 'academy' | 'format' | 'what'> & { readonly session: string | null },
): Promise<void> {
  const subject = { stream: `exports:${academy}`, academy, session };
  await db.transaction().execute((tx) => record(tx, act, 'letter.exported', subject, data));
}

/** Who took the files of a candidate together: written before the first leaves. */
export async function recordArchive(
  { db }: Pick<DocumentDeskDeps, 'db'>,
  act: Act,
  { enrolment }: Pick<FileAtDesk, 'enrolment'>,
  deposits: readonly string[],
): Promise<void> {
  const data = { enrolmentId: enrolment.id, deposits };
  await db.transaction().execute((tx) => record(tx, act, 'pieces.exported', subjectOf(enrolment), data));
}

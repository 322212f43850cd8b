import { type Act, type JournalSubject, record } from '../../platform/journal.ts';
import type { EditorDeps } from '../deps.ts';

/** Who was shown the candidates that a change of the rules touches: written before the page leaves. */
export async function recordPeopleRead(
  { db }: Pick<EditorDeps, 'db'>,
  act: Act,
  subject: JournalSubject,
  enrolments: number,
): Promise<void> {
  if (enrolments === 0) return;
  await db.transaction().execute((tx) => record(tx, act, 'rules.peopleRead', subject, { enrolments }));
}

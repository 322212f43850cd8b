import type { Catalogue } from '../catalogue/index.ts';
import { readLockedMarks } from '../marks/index.ts';
import type { Database } from '../platform/database/database.ts';
import { readAccounts } from '../results/index.ts';
import type { Absence } from './replacement.ts';
import { absencesOf } from './rules/absences.ts';
import { listTold } from './store.ts';

/** The absences of a session, by candidate number: only the files of who was absent are read. */
export async function readAbsences(
  db: Database,
  catalogue: Catalogue,
  place: { readonly academy: string; readonly session: string },
): Promise<readonly Absence[]> {
  const told = await listTold(db, place);
  const marks = await readLockedMarks(db, place, null);
  const marked = marks.filter(({ mark }) => mark.code === 'absent' || mark.code === 'excused');
  const people = [...new Set([...told, ...marked].map(({ enrolmentId }) => enrolmentId))];
  return absencesOf(await readAccounts(db, catalogue, place, people), told);
}

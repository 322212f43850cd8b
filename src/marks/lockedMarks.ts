import type { EnrolmentId } from '../enrolment/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Mark } from './marks.ts';
import { settle } from './rules/settle.ts';
import { listScripts } from './store/entries.ts';
import { listOwners } from './store/identities.ts';

export type LockedMark = { readonly enrolmentId: EnrolmentId; readonly unit: string; readonly mark: Mark };

/**
 * What results read: the marks of these enrolments (null: of all) in locked batches, corrections included. A unit whose batch isn't
 * locked is not there.
 */
export async function readLockedMarks(
  db: Database,
  place: { readonly academy: string; readonly session: string },
  enrolments: readonly EnrolmentId[] | null,
): Promise<readonly LockedMark[]> {
  const owners = await listOwners(db, place, enrolments);
  const scripts = await listScripts(db, [...new Set(owners.map(({ batchId }) => batchId))]);
  const marks = new Map([...scripts.values()].flat().map((script) => [script.id, settle(script).mark]));
  return owners.flatMap(({ scriptId, enrolmentId, unit }) => {
    const mark = marks.get(scriptId) ?? null;
    return mark === null ? [] : [{ enrolmentId, unit, mark }];
  });
}

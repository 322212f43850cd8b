import type { EnrolmentId } from '../enrolment/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Mark } from './marks.ts';
import { settle } from './rules/settle.ts';
import { entriesOf } from './store/entries.ts';
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
  const entries = await entriesOf(
    db,
    owners.map(({ scriptId }) => scriptId),
  );
  return owners.flatMap(({ scriptId, enrolmentId, unit }) => {
    const written = entries.get(scriptId);
    const mark = written === undefined ? null : settle(written).mark;
    return mark === null ? [] : [{ enrolmentId, unit, mark }];
  });
}

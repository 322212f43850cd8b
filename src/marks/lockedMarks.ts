import type { AcademySession } from '../catalogue/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Mark } from './marks.ts';
import { settleMark } from './rules/settle.ts';
import { standingMarks } from './rules/standingMarks.ts';
import { lockedVersions } from './store/batches.ts';
import { entriesOf } from './store/entries.ts';
import { listOwners, type ScriptOwner } from './store/identities.ts';

export type LockedMark = { readonly enrolmentId: EnrolmentId; readonly unit: string; readonly mark: Mark };
/** Whoever asks for fewer is answered by their scripts alone. */
const MANY = 50;
/** Batches remembered, of all sessions. */
const MOST = 1_000;
/** What a locked batch says, at the version that every act on it raises. */
const memory = new Map<string, { readonly version: number; readonly marks: readonly LockedMark[] }>();

/**
 * What results read: the marks of these enrolments (null: of all) in locked batches, corrections included. A unit whose batch isn't
 * locked is not there; of a unit that was sat again, what stands of the two. A jury turns from one candidate to the next and reads them all each time: of a batch that nobody touched
 * since, only its version is read again.
 */
export async function readLockedMarks(
  db: Database,
  place: AcademySession,
  enrolments: readonly EnrolmentId[] | null,
): Promise<readonly LockedMark[]> {
  if (enrolments !== null && enrolments.length < MANY)
    return standingMarks(await marksOn(db, await listOwners(db, place, { enrolments })));
  const batches = await lockedVersions(db, place);
  const fresh = batches.filter(({ id, rowVersion }) => memory.get(id)?.version !== rowVersion);
  if (fresh.length > 0) await remember(db, place, fresh);
  const asked = enrolments === null ? null : new Set(enrolments);
  const theirs = batches.flatMap(({ id }) => {
    const marks = memory.get(id)?.marks ?? [];
    return asked === null ? marks : marks.filter(({ enrolmentId }) => asked.has(enrolmentId));
  });
  return standingMarks(theirs);
}

async function remember(
  db: Database,
  place: AcademySession,
  fresh: readonly { readonly id: string; readonly rowVersion: number }[],
): Promise<void> {
  const owners = await listOwners(db, place, { batches: fresh.map(({ id }) => id) });
  const byBatch = Map.groupBy(owners, ({ batchId }) => batchId);
  for (const { id, rowVersion } of fresh) {
    const marks = await marksOn(db, byBatch.get(id) ?? []);
    memory.delete(id);
    memory.set(id, { version: rowVersion, marks });
  }
  for (const id of memory.keys()) {
    if (memory.size <= MOST) break;
    memory.delete(id);
  }
}

async function marksOn(db: Database, owners: readonly ScriptOwner[]): Promise<readonly LockedMark[]> {
  const entries = await entriesOf(
    db,
    owners.map(({ scriptId }) => scriptId),
  );
  return owners.flatMap(({ scriptId, enrolmentId, unit }) => {
    const written = entries.get(scriptId);
    const mark = written === undefined ? null : settleMark(written).mark;
    return mark === null ? [] : [{ enrolmentId, unit, mark }];
  });
}

import { readAttendance } from '../../attendance/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { MarkBatch } from '../marks.ts';
import type { Gaps } from '../pages/headView.ts';
import { keyOf } from '../rules/compareLists.ts';
import type { SummonedWithScripts } from '../rules/summoned.ts';
import { numbersOf } from '../store/added.ts';
import { listEntered } from '../store/identities.ts';

/** Who sits the unit, has a seat or came, and has no script: nothing of it is decided but by a head. */
export async function readGaps(db: Database, batch: MarkBatch, found: SummonedWithScripts): Promise<Gaps> {
  const [unseated, gone] = [found.unseated, found.gone].map((some) =>
    some.filter((one) => keyOf(one) === keyOf(batch)).map(({ enrolmentId }) => enrolmentId),
  );
  const left = (await listEntered(db, batch)).filter((one) => one.left).map(({ enrolmentId }) => enrolmentId);
  const without = [...new Set([...(unseated ?? []), ...(gone ?? []), ...left])];
  const came = new Set(
    (without.length === 0 ? [] : await readAttendance(db, batch, without))
      .filter(({ unit, state }) => unit === batch.unit && state !== 'absent')
      .map(({ enrolmentId }) => enrolmentId),
  );
  const waiting = new Set(unseated);
  const shown = without.filter((one) => waiting.has(one) || came.has(one));
  const numbered = await numbersOf(db, batch, shown);
  return {
    gone: (gone ?? []).length,
    people: numbered.map((one) => ({
      ...one,
      came: came.has(one.enrolmentId),
      unseated: waiting.has(one.enrolmentId),
    })),
  };
}

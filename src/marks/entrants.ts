import type { Catalogue } from '../catalogue/index.ts';
import { phaseOf } from '../exam/index.ts';
import type { Database } from '../platform/database/database.ts';
import { readSitters } from '../sitters/index.ts';
import type { Entrant } from './marks.ts';

/** Who sits which unit of a session, as the exam reads it, and of which an establishment gives a mark: nothing under reserve, no unit whose certificate of safety is owed. */
export async function readEntrants(
  db: Database,
  catalogue: Catalogue,
  academy: string,
  session: string,
): Promise<readonly Entrant[]> {
  const sitters = await readSitters(db, catalogue, { academy, session });
  return sitters.flatMap(({ enrolmentId, speciality, units, given }) =>
    speciality === null
      ? []
      : [...units.filter((unit) => phaseOf(unit) === 1), ...given].map((unit) => ({ enrolmentId, speciality, unit })),
  );
}

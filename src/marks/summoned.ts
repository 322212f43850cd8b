import type { EnrolmentId } from '../enrolment/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { MarkActDeps } from './deps.ts';
import type { MarkBatch } from './marks.ts';
import { compareLists, keyOf, type ListChanges } from './rules/compareLists.ts';
import { type SummonedWithScripts, summoned } from './rules/summoned.ts';
import { listAdded } from './store/added.ts';
import { listEntered } from './store/identities.ts';

type Deps = Pick<MarkActDeps, 'entrants' | 'seats'>;

/** Who has a script in a session today, and who stands between the rules and the plan. */
export async function readSummoned(
  { entrants, seats }: Deps,
  db: Database,
  place: Pick<MarkBatch, 'academy' | 'session'>,
): Promise<SummonedWithScripts> {
  const { academy, session } = place;
  return summoned(await entrants(db, academy, session), await seats(db, academy, session), await listAdded(db, place));
}

/** What the list of a batch lacks or has too much. */
export async function changesOf(
  db: Database,
  batch: MarkBatch,
  { listed }: Pick<SummonedWithScripts, 'listed'>,
): Promise<ListChanges<EnrolmentId>> {
  const ids = listed.filter((one) => keyOf(one) === keyOf(batch)).map(({ enrolmentId }) => enrolmentId);
  return compareLists(ids, await listEntered(db, batch));
}

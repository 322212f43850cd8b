import { type Act, record } from '../../platform/journal.ts';
import type { OfficeDeps } from '../deps.ts';
import type { Declaration } from '../store/accommodations.ts';

/** Who read what whose candidates said of their health: written before the page leaves. */
export async function recordReading(
  deps: Pick<OfficeDeps, 'db'>,
  act: Act,
  academy: string,
  read: readonly Pick<Declaration, 'id'>[],
): Promise<void> {
  if (read.length === 0) return;
  const subject = { stream: `accommodations:${academy}`, academy, session: null };
  await deps.db
    .transaction()
    .execute((tx) => record(tx, act, 'accommodations.read', subject, { enrolments: read.map(({ id }) => id) }));
}

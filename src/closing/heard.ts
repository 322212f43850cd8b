import { type Enrolment, isRunning } from '../enrolment/index.ts';
import { listPieces } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import { heardUntil } from './rules/invitation.ts';
import { listRegularisations } from './store.ts';

/** Until when the candidate may present observations; null: no invitation is open at that instant. */
export async function hearingOf(
  db: Database,
  enrolment: Pick<Enrolment, 'id' | 'status'>,
  at: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const [last] = await listRegularisations(db, [enrolment.id]);
  if (last === undefined || !isRunning(enrolment)) return null;
  const until = heardUntil(last, await listPieces(db, enrolment.id));
  return Temporal.Instant.compare(at, until) < 0 ? until : null;
}

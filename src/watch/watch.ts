import type { Catalogue } from '../catalogue/index.ts';
import type { ExamPlace } from '../exam/index.ts';
import { findPublishedPlan, whatIsBehind } from '../plan/index.ts';
import { readMoment } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { SYSTEM } from '../platform/journal.ts';
import { beginLook, sittingSpan, writeWatch } from './store/watch.ts';

/** Looks at one session: what it finds stays until the next look. Nothing of a session whose tests are over, or aren't in a calendar. */
export async function watchExam(db: Database, catalogue: Catalogue, place: ExamPlace): Promise<void> {
  await beginLook(db, place);
  const { first, last } = await sittingSpan(db, place);
  const { now } = await readMoment(db, SYSTEM);
  if (first === null || last === null || Temporal.Instant.compare(last, now) < 0) return;
  const planId = (await findPublishedPlan(db, place))?.id ?? null;
  const behind = await whatIsBehind(db, catalogue, place, planId);
  await writeWatch(db, place, { planId, first, ...(behind ?? { add: 0, away: 0, move: 0, mend: 0 }) });
}

/** Every session, once a night: a candidate without a seat is found by the machine, not by telephone. */
export async function watchExams(db: Database, catalogue: Catalogue): Promise<void> {
  for (const { code: session, academy } of catalogue.sessions()) await watchExam(db, catalogue, { academy, session });
}

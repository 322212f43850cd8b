import type { AcademySession } from '../../catalogue/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { parisDay } from '../../platform/time.ts';
import type { PublicationActDeps } from '../deps.ts';
import type { Result } from '../publication.ts';
import { freeze } from '../rules/freeze.ts';
import type { JudgedCandidate } from '../rules/snapshot.ts';
import { listEnded } from '../store/enrolled.ts';
import { listFormer } from '../store/results.ts';

/** What the closed records of a session say today, but of whom has left since: their record stands, and nothing of it is published. */
export async function readJudged(
  { verdicts }: Pick<PublicationActDeps, 'verdicts'>,
  db: Database,
  place: AcademySession,
): Promise<readonly JudgedCandidate[]> {
  const ended = await listEnded(db, place);
  const all = (await verdicts(db, place, null)).filter(({ enrolmentId }) => !ended.has(enrolmentId));
  return all.map((verdict) => ({
    enrolmentId: verdict.enrolmentId,
    result: freeze(verdict, parisDay(verdict.closedAt)),
    reasons: verdict.reasons,
  }));
}

/** What was published, or is about to be, of each candidate. */
export async function readFormer(
  db: Database,
  place: AcademySession,
  beforeNumber: number | null,
): Promise<ReadonlyMap<string, Result>> {
  const former = await listFormer(db, place, beforeNumber);
  return new Map(former.map(({ enrolmentId, result }) => [enrolmentId, result]));
}

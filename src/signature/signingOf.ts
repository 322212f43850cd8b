import { displayName } from '../accounts/index.ts';
import { type Enrolment, minorityOf } from '../enrolment/index.ts';
import type { Database } from '../platform/database/database.ts';
import { parisDay } from '../platform/time.ts';
import type { SignatureDeps } from './deps.ts';
import { type SignsOnline, whoSigns } from './rules/whoSigns.ts';

/** Who signs this enrolment on line on that day, as its session lets it. */
export async function signingOf(
  { catalogue, findCandidate }: Pick<SignatureDeps, 'catalogue' | 'findCandidate'>,
  db: Database,
  enrolment: Enrolment,
  now: Temporal.Instant,
): Promise<SignsOnline> {
  const candidate = await findCandidate(db, enrolment.candidateId);
  const setting = catalogue().session(enrolment.session)?.switches.signature ?? 'paper';
  if (candidate === null) throw new Error(`Nobody signs ${enrolment.id}`);
  const person = { name: displayName(candidate), address: candidate.address };
  return whoSigns(setting, person, minorityOf(enrolment, candidate, parisDay(now)));
}

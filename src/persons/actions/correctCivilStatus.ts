import type { AccountRefusal, CivilStatus } from '../../accounts/index.ts';
import { subjectOf } from '../../enrolment/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { FileAtDesk } from '../../scope/index.ts';
import type { PersonDeps } from '../deps.ts';

/** Why the office corrects a civil status. A code: the journal can't be erased, so it holds no words about a person. */
export const CORRECTION_REASONS = ['typing', 'marriage', 'judgment', 'identity-document'] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

/** On the candidate's request, with a proof of identity. Says whether anything differed; two clicks are one correction. */
export async function correctCivilStatus(
  deps: Pick<PersonDeps, 'db' | 'accounts'>,
  act: Act,
  at: FileAtDesk,
  order: { readonly status: CivilStatus; readonly reason: CorrectionReason; readonly version: number },
): Promise<Result<{ readonly changed: boolean }, AccountRefusal>> {
  const { candidate, enrolment } = at;
  const { status, reason, version } = order;
  return transact<{ readonly changed: boolean }, AccountRefusal>(deps.db, async (tx) => {
    const corrected = await deps.accounts.correctCivilStatus(tx, act, candidate.accountId, status, version);
    if (!corrected.ok) return corrected;
    if (corrected.value === 'written')
      await record(tx, act, 'civilStatus.corrected', subjectOf(enrolment), { enrolmentId: enrolment.id, reason });
    return ok({ changed: corrected.value !== 'same' });
  });
}

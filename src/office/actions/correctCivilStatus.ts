import type { AccountRefusal, Candidate, CivilStatus } from '../../accounts/index.ts';
import { subjectOf } from '../../enrolment/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { OfficeDeps } from '../deps.ts';
import type { FileAtDesk } from '../office.ts';

/** Why the office corrects a civil status. A code: the journal can't be erased, so it holds no words about a person. */
export const CORRECTION_REASONS = ['typing', 'marriage', 'judgment', 'identity-document'] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

/** On the candidate's request, with a proof of identity. Says whether anything differed. */
export async function correctCivilStatus(
  deps: Pick<OfficeDeps, 'db' | 'accounts'>,
  act: Act,
  at: FileAtDesk,
  order: { readonly status: CivilStatus; readonly reason: CorrectionReason; readonly version: number },
): Promise<Result<{ readonly changed: boolean }, AccountRefusal>> {
  const { candidate, enrolment } = at;
  return transact<{ readonly changed: boolean }, AccountRefusal>(deps.db, async (tx) => {
    const before = await deps.accounts.findCandidate(tx, candidate.accountId);
    const corrected = await deps.accounts.correctCivilStatus(tx, act, candidate.accountId, order.status, order.version);
    if (!corrected.ok) return corrected;
    const after = await deps.accounts.findCandidate(tx, candidate.accountId);
    const changed = versionOf(before) !== versionOf(after);
    if (changed)
      await record(tx, act, 'civilStatus.corrected', subjectOf(enrolment), {
        enrolmentId: enrolment.id,
        reason: order.reason,
      });
    return ok({ changed });
  });
}

function versionOf(candidate: Candidate | null): number {
  return candidate?.rowVersion ?? 0;
}

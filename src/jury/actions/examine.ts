import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { readAccounts } from '../../results/index.ts';
import type { JuryActDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { marksBefore } from '../rules/examined.ts';
import { writeExamined } from '../store/examined.ts';
import { type JuryOrder, onJury } from './onJury.ts';

/** The jury looked at a candidate and leaves the marks as they are: a help to count what is left, in no record. */
export function markExamined(
  deps: Pick<JuryActDeps, 'db' | 'catalogue'>,
  act: Act,
  order: Omit<JuryOrder, 'rowVersion'> & { readonly enrolmentId: EnrolmentId },
): Promise<Result<null, Refusal>> {
  return onJury(deps, act, { ...order, rowVersion: null }, 'deliberate', async (tx, jury) => {
    const { enrolmentId, by } = order;
    const [account] = await readAccounts(tx, deps.catalogue(), jury, [enrolmentId]);
    if (account === undefined || !jury.specialities.includes(account.speciality))
      return refuse({ code: 'candidate-unknown' });
    await writeExamined(tx, jury, { enrolmentId, marks: marksBefore({ account, points: [] }), by });
    return ok(null);
  });
}

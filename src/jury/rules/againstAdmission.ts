import { lastDayToWithdraw } from '../../law/index.ts';
import { parisDay } from '../../platform/time.ts';
import type { Refusal } from '../refusals.ts';
import type { JuryVerdict } from '../verdict.ts';
import type { SaidAnew, WantedAddition } from './saidAnew.ts';

/**
 * Why an addition can't say this any more, or of anybody of that form. An admission gives rights: it is taken away within four months of
 * what first said it (CRPA L242-1), in the candidate's favour at any time. « Non jugé » is of the progressive form, where units are left.
 */
export function whyNotAdded(
  { decision, account }: Pick<JuryVerdict, 'decision' | 'account'>,
  wanted: WantedAddition,
  anew: Pick<SaidAnew, 'decision'>,
  { admittedAt, today }: { readonly admittedAt: Temporal.Instant | null; readonly today: Temporal.PlainDate },
): Refusal | null {
  if (wanted.decision === 'NOT_JUDGED' && account.form === 'GLOBAL') return { code: 'not-judged-global' };
  if (decision !== 'ADMITTED' || anew.decision === 'ADMITTED' || admittedAt === null) return null;
  const { last } = lastDayToWithdraw(parisDay(admittedAt));
  return Temporal.PlainDate.compare(today, last) > 0 ? { code: 'admitted-for-good', last } : null;
}

import { type Credit, type CreditChoice, type CreditRules, judgeCredit } from './credits.ts';
import type { LedgerLine } from './ledger.ts';
import type { Slot } from './slots.ts';

/**
 * What becomes of a mark that is held when its unit is sat again, or exempted. `lost`: « toute note non conservée est
 * définitivement perdue » (the academy's rule, a switch); `replaced`: by the new one, even lower (progressive form, D337-115).
 */
export type Loss = {
  readonly halfPoints: number;
  readonly lost: boolean;
  readonly replaced: boolean;
};

/** Only a mark that could have been kept, or carried, can be lost; null: nothing is. */
export function lossOf(
  slot: Slot,
  choice: CreditChoice,
  held: LedgerLine | null,
  { rules, unkeptMarksAreLost }: { readonly rules: CreditRules; readonly unkeptMarksAreLost: boolean },
): Loss | null {
  if (held === null || choice === 'keep' || choice === 'carry') return null;
  const kept = mayStand(slot, 'keep', held, rules);
  const alive = kept || mayStand(slot, 'carry', held, rules);
  const lost = kept && unkeptMarksAreLost;
  // Where any mark is kept, the last one counts in both forms (D337-17).
  const replaced = alive && choice === 'sit' && (rules.form === 'PROGRESSIVE' || rules.keptFrom === null);
  return lost || replaced ? { halfPoints: held.halfPoints, lost, replaced } : null;
}

/** Would this mark be granted? For which unit of a choice it is may still have to be said. */
function mayStand(slot: Slot, choice: 'keep' | 'carry', held: LedgerLine, rules: CreditRules): boolean {
  const { halfPoints, obtainedOn } = held;
  const option = slot.units.find(({ id }) => id === held.unit)?.id ?? null;
  const credit: Credit = { choice, halfPoints, obtainedOn, option };
  const fault = judgeCredit(slot, credit, rules);
  return fault === null || fault === 'option-missing';
}

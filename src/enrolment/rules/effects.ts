import {
  type Credit,
  type CreditChoice,
  type CreditRules,
  countedUnits,
  judgeCredit,
  lowestKept,
  slotsToSit,
} from './credits.ts';
import type { LedgerLine } from './ledger.ts';
import type { Slot } from './slots.ts';
import { averageToAimFor, type Target } from './target.ts';

/** Why a mark that is held can't be kept, or carried. */
export type HeldFault = 'mark-below-ten' | 'mark-of-ten-or-more' | 'mark-too-old' | 'mark-in-the-future';

/**
 * What becomes of the mark held when a unit is sat again, or exempted. `lost`: « toute note non conservée est définitivement
 * perdue » (the academy's rule, a switch); `replaced`: by the new one, even lower (progressive form, D337-115).
 */
export type Loss = {
  readonly halfPoints: number;
  readonly lost: boolean;
  readonly replaced: boolean;
};

/** What a choice leads to, all else equal. */
export type Effect =
  | { readonly code: 'impossible'; readonly fault: HeldFault }
  | {
      readonly code: 'leaves';
      readonly left: number;
      /** null when nothing is left to sit. */
      readonly target: Target | null;
      /** `at-most`: no mark is known yet, and it is 10 or more; `by-mark`: not even that. */
      readonly bound: 'exact' | 'at-most' | 'by-mark';
      readonly loss: Loss | null;
    };

export type Standing = {
  readonly slots: readonly Slot[];
  /** What is chosen for the others. */
  readonly credits: ReadonlyMap<string, Credit>;
  readonly rules: CreditRules;
  readonly unkeptMarksAreLost: boolean;
};

/** What would be left to sit, and to aim for, if this choice were made for the slot; `held`: the mark held for it. */
export function effectOf(slot: Slot, choice: CreditChoice, held: LedgerLine | null, standing: Standing): Effect {
  const { slots, credits, rules } = standing;
  const others = new Map([...credits].filter(([id]) => id !== slot.id));
  const leaves = (
    after: readonly Slot[],
    chosen: ReadonlyMap<string, Credit>,
    bound: 'exact' | 'at-most' | 'by-mark',
  ) =>
    ({
      code: 'leaves',
      left: slotsToSit(after, chosen).length,
      target: averageToAimFor(countedUnits(after, chosen), rules.pass.average),
      bound,
      loss: choice === 'sit' || choice === 'exempt' ? lossOf(slot, choice, held, standing) : null,
    }) as const;
  if (choice === 'sit') return leaves(slots, others, 'exact');
  if (choice === 'exempt')
    return leaves(
      slots.filter(({ id }) => id !== slot.id),
      others,
      'exact',
    );
  const fault = held === null ? null : faultOf(slot, choice, held, rules);
  if (fault !== null) return { code: 'impossible', fault };
  const credit = creditOf(slot, choice, held, rules);
  const bound = held !== null ? 'exact' : choice === 'keep' && rules.keptFrom !== null ? 'at-most' : 'by-mark';
  return leaves(slots, new Map([...others, [slot.id, credit]]), bound);
}

/** Without a mark, the lowest that may be kept: what is to aim for is then no more. */
function creditOf(slot: Slot, choice: 'keep' | 'carry', held: LedgerLine | null, rules: CreditRules): Credit {
  const option = slot.units.find(({ id }) => id === held?.unit)?.id ?? null;
  return {
    choice,
    halfPoints: held?.halfPoints ?? lowestKept(rules),
    obtainedOn: held?.obtainedOn ?? rules.today,
    option,
  };
}

function faultOf(slot: Slot, choice: 'keep' | 'carry', held: LedgerLine, rules: CreditRules): HeldFault | null {
  const fault = judgeCredit(slot, creditOf(slot, choice, held, rules), rules);
  switch (fault) {
    case 'mark-below-ten':
    case 'mark-of-ten-or-more':
    case 'mark-too-old':
    case 'mark-in-the-future':
      return fault;
    default:
      return null;
  }
}

/** Only a mark that could have been kept, or carried, can be lost. */
function lossOf(
  slot: Slot,
  choice: 'sit' | 'exempt',
  held: LedgerLine | null,
  { rules, unkeptMarksAreLost }: Standing,
): Loss | null {
  if (held === null) return null;
  const kept = faultOf(slot, 'keep', held, rules) === null;
  const alive = kept || faultOf(slot, 'carry', held, rules) === null;
  const lost = kept && unkeptMarksAreLost;
  // Where any mark is kept, the last one counts in both forms (D337-17).
  const replaced = alive && choice === 'sit' && (rules.form === 'PROGRESSIVE' || rules.keptFrom === null);
  return lost || replaced ? { halfPoints: held.halfPoints, lost, replaced } : null;
}

import { type Credit, type CreditRules, isTooOld, lowestKept, mayCarry } from './credits.ts';
import { type LedgerLine, markHeld } from './ledger.ts';
import type { Slot } from './slots.ts';

/** A mark of our own results beside the slot that it is of. */
export type HeldAnswer = { readonly slot: Slot; readonly unit: string; readonly line: LedgerLine };

/** What decides whether a mark may still be kept or carried. */
type HeldRules = Pick<
  CreditRules,
  'examStartsOn' | 'possibleExamDays' | 'keptMarkYears' | 'keptFrom' | 'form' | 'handicap' | 'carriedIn'
>;

/**
 * The marks that step *Acquis* is filled with: the last of each slot, unless its years are over at the exam, or it can neither be kept
 * nor carried in this form.
 */
export function heldAnswers(
  slots: readonly Slot[],
  cfd: string,
  ledger: readonly LedgerLine[],
  rules: HeldRules,
): readonly HeldAnswer[] {
  return slots.flatMap((slot): readonly HeldAnswer[] => {
    const line = markHeld(slot, cfd, ledger);
    if (line === null || isTooOld(line.obtainedOn, rules, rules.possibleExamDays?.first)) return [];
    if (line.halfPoints < lowestKept(rules) && !mayCarry(rules)) return [];
    return [{ slot, unit: line.unit, line }];
  });
}

/** What somebody declares of a slot whose mark the register holds. */
export type HeldCompared = HeldAnswer & {
  readonly declared: DeclaredMark;
  /** The same mark, of the same day and unit. */
  readonly same: boolean;
};
export type DeclaredMark = Extract<Credit, { readonly choice: 'keep' | 'carry' }>;

/** Beside each mark that is kept or carried, what the register says of it: an officer sees what was changed. */
export function compareHeld(
  credits: ReadonlyMap<string, Credit>,
  held: readonly HeldAnswer[],
): readonly HeldCompared[] {
  return held.flatMap((one): readonly HeldCompared[] => {
    const declared = credits.get(one.slot.id);
    if (declared === undefined || declared.choice === 'sit' || declared.choice === 'exempt') return [];
    const { line, unit } = one;
    const sameUnit = declared.option === null || declared.option === unit;
    const same = sameUnit && declared.halfPoints === line.halfPoints && declared.obtainedOn.equals(line.obtainedOn);
    return [{ ...one, declared, same }];
  });
}

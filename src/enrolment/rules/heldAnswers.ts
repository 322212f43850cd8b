import type { LedgerLine } from './ledger.ts';
import { markHeld } from './ledger.ts';
import type { Slot } from './slots.ts';

/** A mark of our own results beside the slot that it is of. */
export type HeldAnswer = { readonly slot: Slot; readonly unit: string; readonly line: LedgerLine };

/** The marks that step *Acquis* is filled with: the last of each slot, unless its years are over on the day of the exam. */
export function heldAnswers(
  slots: readonly Slot[],
  cfd: string,
  ledger: readonly LedgerLine[],
  { examOn, keptYears }: { readonly examOn: Temporal.PlainDate; readonly keptYears: number },
): readonly HeldAnswer[] {
  return slots.flatMap((slot): readonly HeldAnswer[] => {
    const line = markHeld(slot, cfd, ledger);
    if (line === null) return [];
    if (Temporal.PlainDate.compare(line.obtainedOn.add({ years: keptYears }), examOn) < 0) return [];
    return [{ slot, unit: line.unit, line }];
  });
}

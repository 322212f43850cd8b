import type { Unit } from '../../catalogue/index.ts';
import { heldByRegulation } from '../../places/index.ts';
import type { SheetForm } from '../device/sheet.ts';

/** The sheet of a unit; where no text gives one, a board gives one mark out of 20. */
export function sheetOf({ title, evaluation }: Pick<Unit, 'title' | 'evaluation'>, step: SheetForm['step']): SheetForm {
  if (evaluation === undefined)
    return {
      title,
      version: 'note-sur-20',
      levels: [],
      criteria: [{ id: 'NOTE', part: null, label: 'Note sur 20', points: 20 }],
      rounding: 'nearest',
      step,
      source: null,
    };
  const { criteria, levels = [], version, rounding, source } = evaluation;
  return {
    title: evaluation.title,
    version,
    levels,
    criteria: criteria.map(({ part = null, ...one }) => ({ ...one, part })),
    rounding,
    step,
    source,
  };
}

/** Whether a unit is marked by name. `heldAs`: as its calendar holds it; null: no calendar speaks of it. */
export function isMarkedByName(
  unit: Pick<Unit, 'byName' | 'mode'>,
  heldAs: 'written' | 'oral' | 'practical' | null,
): boolean {
  const held = heldByRegulation(unit) ?? heldAs ?? 'written';
  return unit.byName ?? (held === 'oral' || held === 'practical');
}

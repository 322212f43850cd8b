import type { Unit } from '../../catalogue/index.ts';
import { heldByRegulation } from '../../places/index.ts';
import type { SheetForm } from '../device/sheet.ts';

/** The sheet of a unit, or one jury's part of it; where no text gives one, a board gives one mark out of 20. */
export function sheetOf(
  { title, evaluation }: Pick<Unit, 'title' | 'evaluation'>,
  step: SheetForm['step'],
  part: SheetForm['part'] = null,
): SheetForm {
  if (evaluation === undefined)
    return {
      title,
      version: 'note-sur-20',
      levels: [],
      criteria: [{ id: 'NOTE', part: null, label: 'Note sur 20', points: 20 }],
      rounding: 'nearest',
      step,
      part: null,
      source: null,
    };
  const { criteria, levels = [], apart = [], version, rounding, source } = evaluation;
  const isApart = (of: string | undefined): boolean => of !== undefined && apart.includes(of);
  const own = part === null ? criteria : criteria.filter((one) => isApart(one.part) === (part === 'apart'));
  return {
    title: part === 'apart' ? [evaluation.title, ...apart].join(', ') : evaluation.title,
    version,
    levels,
    criteria: own.map(({ part: of = null, ...one }) => ({ ...one, part: of })),
    rounding,
    step,
    part,
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

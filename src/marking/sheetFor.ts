import type { Catalogue } from '../catalogue/index.ts';
import { findUnit } from '../exam/index.ts';
import type { SheetForm } from './device/sheet.ts';
import type { MarkingBoard } from './marking.ts';
import { isMarkedByName, sheetOf } from './rules/sheetOf.ts';

type OfUnit = Pick<MarkingBoard, 'session' | 'speciality' | 'unit'>;

/** The sheet on which a board marks, or its part of it; null: the rules know neither the unit nor how the exam is marked. */
export function formFor(catalogue: Catalogue, of: OfUnit, part: SheetForm['part'] = null): SheetForm | null {
  const unit = findUnit(catalogue, of);
  const exam = catalogue.session(of.session)?.exam;
  const step = exam === undefined ? undefined : catalogue.exam(exam)?.results.marks?.step;
  if (unit === null || step === undefined) return null;
  const form = sheetOf(unit, step, part);
  // A plan was published while the rules had a part that they have no more.
  return form.criteria.length === 0 ? null : form;
}

/** Whether a unit is marked by name, as the regulation or its calendar says. */
export function isNamedUnit(
  catalogue: Catalogue,
  of: OfUnit,
  heldAs: 'written' | 'oral' | 'practical' | null,
): boolean {
  const unit = findUnit(catalogue, of);
  return unit !== null && isMarkedByName(unit, heldAs);
}

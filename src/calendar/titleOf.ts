import type { Sitting } from '../places/index.ts';
import { calendarTexts } from './calendarTexts.ts';
import type { SittingRules } from './rules/sittingLine.ts';

/** The speciality, and how people call the unit. */
export function namesOf(
  offered: SittingRules['specialities'],
  { speciality, unit }: Pick<Sitting, 'speciality' | 'unit'>,
): { readonly of: string; readonly unit: string } {
  const known = offered.find(({ cfd }) => cfd === speciality);
  const code = known?.units.find(({ id }) => id === unit)?.code;
  return { of: known?.name ?? speciality, unit: code ?? calendarTexts.unknownUnit(unit) };
}

/** « Coiffure, U10 » */
export function titleOf(...asked: Parameters<typeof namesOf>): string {
  const { of, unit } = namesOf(...asked);
  return `${of}, ${unit}`;
}

import type { Sitting } from '../places/index.ts';
import { calendarTexts } from './calendarTexts.ts';
import type { SittingRules } from './rules/sittingLine.ts';

/** « Coiffure, U10 » */
export function titleOf(
  offered: SittingRules['specialities'],
  { speciality, unit }: Pick<Sitting, 'speciality' | 'unit'>,
): string {
  const known = offered.find(({ cfd }) => cfd === speciality);
  const code = known?.units.find(({ id }) => id === unit)?.code;
  return `${known?.name ?? speciality}, ${code ?? calendarTexts.unknownUnit(unit)}`;
}

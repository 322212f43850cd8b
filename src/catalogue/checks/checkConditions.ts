import { type Finding, findingIf, type Located, type LocatedPack, placeBelow } from '../located.ts';
import type { Exam } from '../schema/exam.ts';
import type { Regulation } from '../schema/regulation.ts';
import { texts } from '../texts.ts';

/** The durations that open the exam agree: a shorter way is shorter, a floor is below what it is the floor of. */
export function checkConditions(pack: LocatedPack): readonly Finding[] {
  return [...pack.exams.flatMap(checkExam), ...pack.regulations.flatMap(checkRegulation)];
}

function checkExam({ value, place }: Located<Exam>): readonly Finding[] {
  if (value.admission.practice === undefined) return [];
  const { withoutDiploma, withListedDiploma, withSpecialContract, withBacPro } = value.admission.practice;
  const at = (name: string, field = 'months') => placeBelow(place, 'admission', 'practice', name, field);
  return [
    ...notAbove(at('withListedDiploma'), withListedDiploma.months, withoutDiploma.months),
    ...notAbove(at('withSpecialContract'), withSpecialContract.months, withListedDiploma.months),
    ...notAbove(at('withBacPro', 'floorMonths'), withBacPro.floorMonths, withBacPro.months),
    ...notAbove(at('withBacPro'), withBacPro.months, withListedDiploma.months),
  ];
}

function checkRegulation({ value, place }: Located<Regulation>): readonly Finding[] {
  const own = value.conditions;
  if (own === undefined) return [];
  const { yearsWithoutDiploma, yearsWithListedDiploma, monthsWithSpecialContract, monthsWithBacPro } = own;
  const at = (...path: readonly (string | number)[]) => placeBelow(place, 'conditions', ...path);
  return [
    ...notAbove(at('yearsWithListedDiploma'), yearsWithListedDiploma, yearsWithoutDiploma),
    ...notAbove(
      at('monthsWithSpecialContract'),
      monthsWithSpecialContract,
      yearsWithListedDiploma === null ? null : 12 * yearsWithListedDiploma,
    ),
    ...(monthsWithBacPro === null ? [] : notAbove(at('monthsWithBacPro'), monthsWithBacPro[0], monthsWithBacPro[1])),
  ];
}

function notAbove(place: Finding['place'], shorter: number | null, longer: number | null): readonly Finding[] {
  if (shorter === null || longer === null) return [];
  return findingIf(shorter > longer, place, texts.durationAbove(shorter, longer));
}

import { below, type Finding, type LocatedPack } from '../located.ts';
import { texts } from '../texts.ts';
import type { Known } from './known.ts';

/** Each code that names another thing of the pack names one that is there. */
export function checkReferences(pack: LocatedPack, known: Known): readonly Finding[] {
  return [
    ...pack.specialities.flatMap(({ value, place }): readonly Finding[] => [
      ...(value.replacedBy === null || known.has('specialities', value.replacedBy)
        ? []
        : [{ place: below(place, 'replacedBy'), message: texts.unknownSpeciality(value.replacedBy) }]),
    ]),
    ...pack.sessions.flatMap(({ value, place }): readonly Finding[] => [
      ...(known.has('academies', value.academy)
        ? []
        : [{ place: below(place, 'academy'), message: texts.unknownAcademy(value.academy) }]),
      ...(known.has('exams', value.exam)
        ? []
        : [{ place: below(place, 'exam'), message: texts.unknownExam(value.exam) }]),
    ]),
    ...pack.relativeSessions
      .filter(({ value }) => !known.has('sessions', value.basedOn))
      .map(({ value, place }) => ({ place: below(place, 'basedOn'), message: texts.unknownSession(value.basedOn) })),
    ...checkDepartments(pack, known),
  ];
}

/** A department of an academy is in the table of departments, under the name of that academy, and in no other academy. */
function checkDepartments(pack: LocatedPack, known: Known): readonly Finding[] {
  const academyOf = new Map(pack.departments.map(({ value }) => [value.code, value.academy]));
  return pack.academies.flatMap(({ value, place }) =>
    value.departments.flatMap(({ code }, index): readonly Finding[] => {
      const at = below(place, 'departments', index, 'code');
      const academy = academyOf.get(code);
      if (academy === undefined) {
        return known.has('departments', code) ? [] : [{ place: at, message: texts.unknownDepartment(code) }];
      }
      return academy === value.name ? [] : [{ place: at, message: texts.departmentElsewhere(code, academy) }];
    }),
  );
}

import { type Finding, findingIf, type LocatedPack, placeBelow } from '../located.ts';
import { texts } from '../texts.ts';
import type { KnownCodes } from './known.ts';

/** Each code that names another thing of the pack names one that is there. */
export function checkReferences(pack: LocatedPack, known: KnownCodes): readonly Finding[] {
  return [
    ...pack.specialities.flatMap(({ value: { replacedBy }, place }) =>
      replacedBy === null
        ? []
        : findingIf(
            !known.has('specialities', replacedBy),
            placeBelow(place, 'replacedBy'),
            texts.unknownSpeciality(replacedBy),
          ),
    ),
    ...pack.sessions.flatMap(({ value: { academy, exam }, place }) => [
      ...findingIf(!known.has('academies', academy), placeBelow(place, 'academy'), texts.unknownAcademy(academy)),
      ...findingIf(!known.has('exams', exam), placeBelow(place, 'exam'), texts.unknownExam(exam)),
    ]),
    ...pack.relativeSessions.flatMap(({ value: { basedOn }, place }) =>
      findingIf(!known.has('sessions', basedOn), placeBelow(place, 'basedOn'), texts.unknownSession(basedOn)),
    ),
    ...checkDepartments(pack, known),
  ];
}

/** A department of an academy is in the table of departments, under the name of that academy, and in no other academy. */
function checkDepartments(pack: LocatedPack, known: KnownCodes): readonly Finding[] {
  const academyOf = new Map(pack.departments.map(({ value }) => [value.code, value.academy]));
  return pack.academies.flatMap(({ value, place }) =>
    value.departments.flatMap(({ code }, index): readonly Finding[] => {
      const at = placeBelow(place, 'departments', index, 'code');
      const academy = academyOf.get(code);
      if (academy === undefined) return findingIf(!known.has('departments', code), at, texts.unknownDepartment(code));
      return findingIf(academy !== value.name, at, texts.departmentElsewhere(code, academy));
    }),
  );
}

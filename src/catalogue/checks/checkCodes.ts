import { type Finding, type Located, type LocatedPack, placeBelow, repeated } from '../located.ts';
import { texts } from '../texts.ts';

/** No two things of one kind bear one code; no two sessions one prefix of numbers. */
export function checkCodes(pack: LocatedPack): readonly Finding[] {
  const sessions: readonly Located<{ readonly code: string; readonly numberPrefix: string }>[] = [
    ...pack.sessions,
    ...pack.relativeSessions,
  ];
  return [
    ...twice(pack.academies, 'code', (one) => one.code),
    ...twice(pack.departments, 'code', (one) => one.code),
    ...twice(pack.exams, 'code', (one) => one.code),
    ...twice(pack.specialities, 'cfd', (one) => one.cfd),
    ...pack.exams.flatMap(({ value: { code } }) => [
      ...twice(ofExam(pack.pieceTypes, code), 'code', (one) => one.code),
      ...twice(ofExam(pack.cases, code), 'code', (one) => one.code),
    ]),
    ...twice(sessions, 'code', (one) => one.code),
    ...twice(sessions, 'numberPrefix', (one) => one.numberPrefix),
    ...twice(pack.mails, 'code', (one) => one.code),
    ...pack.academies.flatMap((academy) => inside(academy, 'portfolios', academy.value.portfolios)),
    ...pack.academies.flatMap((academy) => inside(academy, 'departments', academy.value.departments)),
    ...pack.exams.flatMap((exam) => inside(exam, 'exemptionGrounds', exam.value.exemptionGrounds)),
    ...pack.exams.flatMap((exam) =>
      inside(exam, 'socioProfessionalCategories', exam.value.socioProfessionalCategories),
    ),
    ...pack.pieceTypes.flatMap((piece) => inside(piece, 'cannedReasons', piece.value.cannedReasons)),
    ...pack.sessions.flatMap((session) => inside(session, 'pieceGroups', session.value.pieceGroups)),
  ];
}

function ofExam<T extends { readonly exam: string }>(
  items: readonly Located<T>[],
  exam: string,
): readonly Located<T>[] {
  return items.filter(({ value }) => value.exam === exam);
}

function twice<T>(items: readonly Located<T>[], key: string, codeOf: (item: T) => string): readonly Finding[] {
  return repeated(items, ({ value }) => codeOf(value)).map(({ value, place }) => ({
    place: placeBelow(place, key),
    message: texts.codeTwice(codeOf(value)),
  }));
}

function inside(
  owner: Located<unknown>,
  list: string,
  items: readonly { readonly code: string }[],
): readonly Finding[] {
  const numbered = items.map((item, index) => ({ code: item.code, index }));
  return repeated(numbered, ({ code }) => code).map(({ code, index }) => ({
    place: placeBelow(owner.place, list, index, 'code'),
    message: texts.codeTwice(code),
  }));
}

import { type Finding, findingIf, type Located, type LocatedPack, placeBelow, repeated } from '../located.ts';
import { type Exam, STEP_NAMES } from '../schema/exam.ts';
import { texts } from '../texts.ts';
import type { KnownCodes } from './known.ts';

/** What stands in the folder of an exam is of that exam, and asks for no rule that it hasn't switched on. */
export function checkExams(pack: LocatedPack, known: KnownCodes): readonly Finding[] {
  const exams = new Map(pack.exams.map((exam) => [folderOf(exam), exam.value]));
  return [
    ...pack.exams.flatMap((exam) => [...checkFolder(exam), ...checkSteps(exam)]),
    ...pack.specialities.flatMap(({ value, place }) => {
      const exam = exams.get(value.exam);
      if (exam === undefined) return [];
      const { cfdPrefix } = exam;
      return findingIf(
        !value.cfd.startsWith(cfdPrefix),
        placeBelow(place, 'cfd'),
        texts.otherPrefix(value.cfd, cfdPrefix),
      );
    }),
    ...pack.regulations.flatMap(({ value, place }) => [
      ...findingIf(
        !known.hasIn(value.exam, 'specialities', value.cfd),
        placeBelow(place, 'cfd'),
        texts.unknownSpeciality(value.cfd),
      ),
      ...findingIf(
        value.eligibility === 'pharmacy' && exams.get(value.exam)?.admission.pharmacy === undefined,
        placeBelow(place, 'eligibility'),
        texts.ruleSwitchedOff('pharmacy'),
      ),
    ]),
  ];
}

function folderOf({ place }: Located<Exam>): string {
  return place.file.split('/')[1] ?? '';
}

function checkFolder(exam: Located<Exam>): readonly Finding[] {
  const [{ code }, folder] = [exam.value, folderOf(exam)];
  return findingIf(code !== folder, placeBelow(exam.place, 'code'), texts.examInAnotherFolder(code, folder));
}

/** Each step once, in the order in which one leans on another, with those that no enrolment does without. */
function checkSteps({ value: { steps }, place }: Located<Exam>): readonly Finding[] {
  const at = placeBelow(place, 'steps');
  const missing = (['identification', 'informations', 'qualification'] as const).filter((one) => !steps.includes(one));
  const positions = steps.map((one) => STEP_NAMES.indexOf(one));
  const isReversed = positions.some((position, index) => position < (positions[index - 1] ?? 0));
  return [
    ...missing.map((step) => ({ place: at, message: texts.stepMissing(step) })),
    ...repeated(steps, (step) => step).map((step) => ({ place: at, message: texts.stepTwice(step) })),
    ...findingIf(isReversed, at, texts.stepsReversed(STEP_NAMES)),
  ];
}

import { below, type Finding, type Located, type LocatedPack, repeated } from '../located.ts';
import { type Exam, STEP_NAMES } from '../schema/exam.ts';
import { texts } from '../texts.ts';
import type { Known } from './known.ts';

/** What stands in the folder of an exam is of that exam, and asks for no rule that it hasn't switched on. */
export function checkExams(pack: LocatedPack, known: Known): readonly Finding[] {
  const exams = new Map(pack.exams.map((exam) => [folderOf(exam), exam.value]));
  return [
    ...pack.exams.flatMap((exam) => [...checkFolder(exam), ...checkSteps(exam)]),
    ...pack.specialities.flatMap(({ value, place }) => {
      const exam = exams.get(value.exam);
      return exam === undefined || value.cfd.startsWith(exam.cfdPrefix)
        ? []
        : [{ place: below(place, 'cfd'), message: texts.otherPrefix(value.cfd, exam.cfdPrefix) }];
    }),
    ...pack.regulations.flatMap(({ value, place }) => [
      ...(known.hasIn(value.exam, 'specialities', value.cfd)
        ? []
        : [{ place: below(place, 'cfd'), message: texts.unknownSpeciality(value.cfd) }]),
      ...(value.eligibility === 'pharmacy' && exams.get(value.exam)?.admission.pharmacy === undefined
        ? [{ place: below(place, 'eligibility'), message: texts.ruleSwitchedOff('pharmacy') }]
        : []),
    ]),
  ];
}

function folderOf({ place }: Located<Exam>): string {
  return place.file.split('/')[1] ?? '';
}

function checkFolder(exam: Located<Exam>): readonly Finding[] {
  const folder = folderOf(exam);
  return exam.value.code === folder
    ? []
    : [{ place: below(exam.place, 'code'), message: texts.examInAnotherFolder(exam.value.code, folder) }];
}

/** Each step once, in the order in which one leans on another, with those that no enrolment does without. */
function checkSteps({ value: { steps }, place }: Located<Exam>): readonly Finding[] {
  const at = below(place, 'steps');
  const missing = (['identification', 'informations', 'qualification'] as const).filter((one) => !steps.includes(one));
  const positions = steps.map((one) => STEP_NAMES.indexOf(one));
  return [
    ...missing.map((step) => ({ place: at, message: texts.stepMissing(step) })),
    ...repeated(steps, (step) => step).map((step) => ({ place: at, message: texts.stepTwice(step) })),
    ...(positions.every((position, index) => position >= (positions[index - 1] ?? 0))
      ? []
      : [{ place: at, message: texts.stepsReversed(STEP_NAMES) }]),
  ];
}

import type { Academy, Admission, Catalogue, Exam, ResolvedSession, Speciality } from '../../catalogue/index.ts';
import type { Result } from '../../platform/result.ts';
import {
  type Body,
  dayInWords,
  defineField,
  type Field,
  type FormState,
  listing,
  type Option,
  oneOf,
  parseForm,
  wholeNumberBetween,
} from '../../ui/index.ts';
import { isOffered } from '../rules/officers.ts';
import { texts } from '../texts.ts';
import { type Answers, ELSEWHERE, keepsForm, MINOR, satBefore, UNKNOWN } from './answers.ts';
import { jobFields, jobRows, jobRules } from './jobs.ts';

const say = texts.simulator;

/** What the questions look at. */
export type QuestionSetting = {
  readonly catalogue: Catalogue;
  readonly session: ResolvedSession;
  readonly academy: Academy;
  readonly exam: Exam;
  readonly today: Temporal.PlainDate;
  /** What the house has several of, and no name of it decides. */
  readonly choices: { readonly exams: readonly Exam[]; readonly academies: readonly Academy[] };
};

export type QuestionName = keyof typeof say.questions;

/** One question a page. */
export type Question = {
  readonly name: QuestionName;
  readonly applies: (answers: Answers, place: QuestionSetting) => boolean;
  readonly fields: (place: QuestionSetting, answers: Answers) => readonly Field[];
};

const notKnown: Option = { value: UNKNOWN, label: say.unknown };

/** One choice among a few, « Je ne sais pas » last. */
function choice(
  name: string,
  question: QuestionName,
  options: readonly Option[],
  control: 'radio' | 'select' = 'radio',
): Field {
  const all = [...options, notKnown];
  const { label } = say.questions[question];
  return defineField({ name, label, control, options: all, missing: say.missing, check: oneOf<string>(all) });
}

/** One of a few, which everybody knows. */
function among(name: string, question: QuestionName, options: readonly Option[]): Field {
  const { label } = say.questions[question];
  return defineField({ name, label, control: 'radio', options, missing: say.chooseOne, check: oneOf<string>(options) });
}

/** What a candidate may be, in the order of the exam; in its own words where it has situations of its own. */
function situations({ admission, categories }: Exam): readonly Option[] {
  if (admission.formerOrDistance !== undefined) return say.options.candidature;
  return categories.map(({ code, label, hint }) => ({ value: SITUATIONS[code], label, hint }));
}

const SITUATIONS = { 'previous-candidate': 'deja', 'distance-learner': 'distance', other: 'autre' } as const;

/** Where the exam asks to be of age on a day, that day parts the youngest from the others. */
function ages({ admission: { majority } }: Exam, { year }: ResolvedSession): readonly Option[] {
  if (majority === undefined) return say.options.age;
  const on = dayInWords(dayOfMajority(majority, year));
  const [, ...others] = say.options.age;
  return [{ value: MINOR, label: say.minor(majority.age, on) }, ...others];
}

export function dayOfMajority({ on }: NonNullable<Admission['majority']>, year: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(`${year}-${on}`);
}

const yesNo: readonly Option[] = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
];

const former = ({ candidature }: Answers): boolean => candidature === 'deja';

const distance = ({ candidature }: Answers): boolean => candidature === 'distance';

const always = (): boolean => true;

/** Nothing is asked that no condition of the exam is judged on. */
const judged =
  (conditions: readonly (keyof Admission)[], applies: (answers: Answers) => boolean = always) =>
  (answers: Answers, { exam }: QuestionSetting): boolean =>
    conditions.some((condition) => exam.admission[condition] !== undefined) && applies(answers);

const QUESTIONS: readonly Question[] = [
  {
    name: 'examen',
    applies: (_, { choices }) => choices.exams.length > 1,
    fields: ({ choices: { exams } }) => [
      among(
        'examen',
        'examen',
        exams.map(({ code, name }) => ({ value: code, label: name })),
      ),
    ],
  },
  {
    name: 'academie',
    applies: (_, { choices }) => choices.academies.length > 1,
    fields: ({ choices: { academies } }) => [
      among(
        'academie',
        'academie',
        academies.map(({ code, name, departments }) => ({
          value: code,
          label: name,
          hint: listing(departments.map((one) => one.name)),
        })),
      ),
    ],
  },
  {
    name: 'specialite',
    applies: always,
    fields: ({ catalogue, session }) => [
      choice(
        'specialite',
        'specialite',
        catalogue
          .specialitiesOf(session)
          .filter(isOffered)
          .map(({ speciality }) => ({ value: speciality.cfd, label: speciality.name }))
          .sort((a, b) => a.label.localeCompare(b.label, 'fr')),
        'select',
      ),
    ],
  },
  {
    name: 'candidature',
    applies: always,
    fields: ({ exam }) => [choice('candidature', 'candidature', situations(exam))],
  },
  {
    name: 'epreuves',
    applies: judged(['formerOrDistance'], former),
    fields: () => [choice('epreuves', 'epreuves', yesNo)],
  },
  {
    name: 'centre',
    applies: judged(['formerOrDistance'], former),
    fields: () => [choice('centre', 'centre', yesNo)],
  },
  {
    name: 'dejaPresente',
    applies: judged(['formerForm'], distance),
    fields: () => [choice('dejaPresente', 'dejaPresente', yesNo)],
  },
  {
    name: 'formePrecedente',
    applies: judged(['formerForm'], satBefore),
    fields: () => [choice('formePrecedente', 'formePrecedente', say.options.forme)],
  },
  {
    name: 'heures',
    applies: judged(['training', 'pharmacy'], distance),
    fields: () => [
      defineField({
        name: 'heures',
        label: say.questions.heures.label,
        hint: say.hoursHint,
        control: 'number',
        inputMode: 'numeric',
        width: 5,
        optional: true,
        check: wholeNumberBetween(0, 5000),
      }),
    ],
  },
  {
    name: 'diplome',
    applies: judged(['practice', 'pharmacy']),
    fields: () => [choice('diplome', 'diplome', say.options.diplome)],
  },
  {
    name: 'contrat',
    applies: judged(['practice'], ({ diplome }) => diplome === 'niveau3'),
    fields: () => [choice('contrat', 'contrat', yesNo)],
  },
  {
    name: 'travail',
    applies: judged(['practice', 'pharmacy']),
    fields: (_, answers) => jobRows(answers).flatMap(jobFields),
  },
  {
    name: 'departement',
    applies: judged(['residence']),
    fields: ({ academy }) => [
      choice('departement', 'departement', [
        ...academy.departments.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
        { value: ELSEWHERE, label: say.elsewhere },
      ]),
    ],
  },
  {
    name: 'age',
    applies: judged(['nationalService', 'majority']),
    fields: ({ exam, session }) => [choice('age', 'age', ages(exam, session))],
  },
  {
    name: 'francais',
    applies: judged(['nationalService'], ({ age }) => age !== '25-plus'),
    fields: () => [choice('francais', 'francais', yesNo)],
  },
  {
    name: 'forme',
    applies: (answers, { exam }) => !keepsForm(answers, exam),
    fields: () => [choice('forme', 'forme', say.options.forme)],
  },
];

export function questionNamed(name: string | undefined): Question | undefined {
  return QUESTIONS.find((one) => one.name === name);
}

/** The questions of this person, as far as the answers tell. */
export function questionsFor(place: QuestionSetting, answers: Answers): readonly Question[] {
  return QUESTIONS.filter((question) => question.applies(answers, place));
}

/** The first question that isn't answered, or null when all are. */
export function nextQuestion(place: QuestionSetting, answers: Answers): Question | null {
  return questionsFor(place, answers).find((question) => !isAnswered(place, answers, question)) ?? null;
}

/** Hours and jobs may be left empty: that they were looked at stands in `emplois` and « nsp ». */
function isAnswered(place: QuestionSetting, answers: Answers, question: Question): boolean {
  if (question.name === 'travail') return answers.emplois !== undefined && readAnswer(place, answers, question).ok;
  if (question.name === 'heures') return answers.heures !== undefined;
  return readAnswer(place, answers, question).ok;
}

/** Checks the answer to one question. */
export function readAnswer(place: QuestionSetting, source: Body, question: Question): Result<unknown, FormState> {
  const given = question.name === 'heures' && source.heures === UNKNOWN ? { ...source, heures: '' } : source;
  const fields = question.fields(place, source as Answers);
  return parseForm(fields, given, question.name === 'travail' ? jobRules(source as Answers, place.today) : []);
}

export function specialityIn(
  { catalogue }: Pick<QuestionSetting, 'catalogue'>,
  { specialite }: Answers,
): Speciality | null {
  return catalogue.speciality(specialite ?? '') ?? null;
}

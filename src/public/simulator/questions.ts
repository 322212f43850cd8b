import type { Academy, Catalogue, Exam, ResolvedSession, Speciality } from '../../catalogue/index.ts';
import type { Result } from '../../platform/result.ts';
import {
  type Body,
  defineField,
  type Field,
  type FormState,
  frenchDate,
  type Option,
  oneOf,
  parseForm,
  type Rule,
  wholeNumberBetween,
} from '../../ui/index.ts';
import { isOffered } from '../rules/officers.ts';
import { texts } from '../texts.ts';
import { type Answers, ELSEWHERE, type Job, jobNumbers, MOST_JOBS, satBefore, UNKNOWN } from './answers.ts';

const say = texts.simulator;

/** What the questions look at. */
export type Place = {
  readonly catalogue: Catalogue;
  readonly session: ResolvedSession;
  readonly academy: Academy;
  readonly exam: Exam;
  readonly today: Temporal.PlainDate;
};

export type QuestionName = keyof typeof say.questions;

/** One question a page. */
export type Question = {
  readonly name: QuestionName;
  readonly applies: (answers: Answers) => boolean;
  readonly fields: (place: Place, answers: Answers) => readonly Field[];
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

const yesNo: readonly Option[] = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
];

const former = ({ candidature }: Answers): boolean => candidature === 'deja';
const distance = ({ candidature }: Answers): boolean => candidature === 'distance';
const always = (): boolean => true;

const QUESTIONS: readonly Question[] = [
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
    fields: () => [choice('candidature', 'candidature', say.options.candidature)],
  },
  { name: 'epreuves', applies: former, fields: () => [choice('epreuves', 'epreuves', yesNo)] },
  { name: 'centre', applies: former, fields: () => [choice('centre', 'centre', yesNo)] },
  { name: 'dejaPresente', applies: distance, fields: () => [choice('dejaPresente', 'dejaPresente', yesNo)] },
  {
    name: 'formePrecedente',
    applies: satBefore,
    fields: () => [choice('formePrecedente', 'formePrecedente', say.options.forme)],
  },
  {
    name: 'heures',
    applies: distance,
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
  { name: 'diplome', applies: always, fields: () => [choice('diplome', 'diplome', say.options.diplome)] },
  {
    name: 'contrat',
    applies: ({ diplome }) => diplome === 'niveau3',
    fields: () => [choice('contrat', 'contrat', yesNo)],
  },
  { name: 'travail', applies: always, fields: (_, answers) => jobRows(answers).flatMap(jobFields) },
  {
    name: 'departement',
    applies: always,
    fields: ({ academy }) => [
      choice('departement', 'departement', [
        ...academy.departments.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
        { value: ELSEWHERE, label: say.elsewhere },
      ]),
    ],
  },
  { name: 'age', applies: always, fields: () => [choice('age', 'age', say.options.age)] },
  {
    name: 'francais',
    applies: ({ age }) => age !== '25-plus',
    fields: () => [choice('francais', 'francais', yesNo)],
  },
  {
    name: 'forme',
    applies: (answers) => !satBefore(answers),
    fields: () => [choice('forme', 'forme', say.options.forme)],
  },
];

export function questionNamed(name: string | undefined): Question | undefined {
  return QUESTIONS.find((one) => one.name === name);
}

/** The questions of this person, as far as the answers tell. */
export function asked(answers: Answers): readonly Question[] {
  return QUESTIONS.filter((question) => question.applies(answers));
}

/** The first question that isn't answered, or null when all are. */
export function nextQuestion(place: Place, answers: Answers): Question | null {
  return asked(answers).find((question) => !isAnswered(place, answers, question)) ?? null;
}

/** Hours and jobs may be left empty: that they were looked at stands in `emplois` and « nsp ». */
function isAnswered(place: Place, answers: Answers, question: Question): boolean {
  if (question.name === 'travail') return answers.emplois !== undefined && readAnswer(place, answers, question).ok;
  if (question.name === 'heures') return answers.heures !== undefined;
  return readAnswer(place, answers, question).ok;
}

/** Checks the answer to one question. */
export function readAnswer(place: Place, source: Body, question: Question): Result<unknown, FormState> {
  const given = question.name === 'heures' && source.heures === UNKNOWN ? { ...source, heures: '' } : source;
  const fields = question.fields(place, source as Answers);
  return parseForm(fields, given, question.name === 'travail' ? jobRules(source as Answers, place.today) : []);
}

// ── Jobs ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The rows that are shown: those asked for, at least one more than what is filled. */
export function jobRows(answers: Answers): readonly number[] {
  const last = filledRows(answers).at(-1) ?? 0;
  const wanted = Number(answers.emplois ?? '');
  const count = Math.min(MOST_JOBS, Math.max(2, last, Number.isInteger(wanted) ? wanted : 0));
  return Array.from({ length: count }, (_, index) => index + 1);
}

function filledRows(answers: Answers): readonly number[] {
  return jobNumbers.filter((row) => answers[`du${row}`] !== undefined || answers[`au${row}`] !== undefined);
}

export function jobFields(
  row: number,
): readonly [Field<string, Temporal.PlainDate | null>, Field<string, Temporal.PlainDate | null>] {
  const date = { control: 'date', inputMode: 'numeric', width: 12, optional: true, check: frenchDate() } as const;
  return [
    defineField({ ...date, name: `du${row}`, label: say.from, example: '01/09/2021' }),
    defineField({ ...date, name: `au${row}`, label: say.to, hint: say.toHint }),
  ];
}

function jobRules(answers: Answers, today: Temporal.PlainDate): readonly Rule<Readonly<Record<string, unknown>>>[] {
  return jobRows(answers).flatMap((row) => {
    const [from, to] = jobFields(row);
    const days = (known: Readonly<Record<string, unknown>>) =>
      [known[from.name] ?? null, known[to.name] ?? null] as [Temporal.PlainDate | null, Temporal.PlainDate | null];
    return [
      {
        needs: [from.name, to.name],
        look: (known: Readonly<Record<string, unknown>>) => {
          const [start, end] = days(known);
          if (start === null) return end === null ? null : { field: from.name, message: say.faults.noStart(row) };
          if (Temporal.PlainDate.compare(start, today) > 0)
            return { field: from.name, message: say.faults.future(row) };
          return end !== null && Temporal.PlainDate.compare(end, start) < 0
            ? { field: to.name, message: say.faults.order(row) }
            : null;
        },
      },
    ];
  });
}

/** The jobs of good answers. */
export function jobsIn(answers: Answers): readonly Job[] {
  const day = (text: string | undefined): Temporal.PlainDate | null => {
    const read = frenchDate().safeParse(text ?? '');
    return read.success ? read.data : null;
  };
  return filledRows(answers).flatMap((row) => {
    const from = day(answers[`du${row}`]);
    return from === null ? [] : [{ from, to: day(answers[`au${row}`]) }];
  });
}

export function specialityIn({ catalogue }: Pick<Place, 'catalogue'>, { specialite }: Answers): Speciality | null {
  return catalogue.speciality(specialite ?? '') ?? null;
}

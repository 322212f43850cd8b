import type { Exam } from '../../catalogue/index.ts';
import { mayLeaveForm } from '../../enrolment/index.ts';

/** What was answered so far, as it stands in the address: names and values of the fields. Nothing of it says who asks. */
export type Answers = Readonly<Record<string, string>>;

/** « Je ne sais pas » */
export const UNKNOWN = 'nsp';
export const MOST_JOBS = 6;
export const jobNumbers: readonly number[] = Array.from({ length: MOST_JOBS }, (_, index) => index + 1);

const NAMES: ReadonlySet<string> = new Set([
  'examen',
  'academie',
  'specialite',
  'candidature',
  'epreuves',
  'centre',
  'dejaPresente',
  'formePrecedente',
  'heures',
  'diplome',
  'contrat',
  'emplois',
  'departement',
  'age',
  'francais',
  'forme',
  ...jobNumbers.flatMap((row) => [`du${row}`, `au${row}`]),
]);
const LONGEST = 20;

/** The answers that an address or a form holds; what isn't ours, or is too long to be ours, is left out. */
export function answersIn(source: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(
    Object.entries(source).filter(
      (entry): entry is [string, string] =>
        NAMES.has(entry[0]) && typeof entry[1] === 'string' && entry[1] !== '' && entry[1].length <= LONGEST,
    ),
  );
}

export function addressOf(path: string, answers: Answers): string {
  const query = new URLSearchParams(answers).toString();
  return query === '' ? path : `${path}?${query}`;
}

/**
 * An age as the brackets tell it: under 18, under 25, or more. Enough for the rules, and no date of birth in an address. The
 * oldest of each, so that no job is too early for somebody of the bracket.
 */
const UNDER: Readonly<Record<string, number>> = { 'moins-18': 18, 'moins-25': 25 };
/** « Moins de 18 ans le 31 décembre 2024 », where the exam asks to be of age on a day of its year. */
export const MINOR = 'mineur';
const OLDEST = 100;

const OF_FORM: Readonly<Record<string, string>> = { globale: 'GLOBAL', progressive: 'PROGRESSIVE' };
const OF_CATEGORY: Readonly<Record<string, string>> = {
  deja: 'previous-candidate',
  distance: 'distance-learner',
  autre: 'other',
};
const OF_DIPLOMA: Readonly<Record<string, string>> = {
  aucun: 'none',
  niveau3: 'level-3-listed',
  bacpro: 'bac-pro-sector',
};

const known = (table: Readonly<Record<string, string>>, answer: string | undefined): string | null =>
  table[answer ?? ''] ?? null;
const yesNo = (answer: string | undefined): boolean | null =>
  answer === 'oui' ? true : answer === 'non' ? false : null;

/** A former candidate, or a distance learner who sat before. */
export function satBefore({ candidature, dejaPresente }: Answers): boolean {
  return candidature === 'deja' || (candidature === 'distance' && dejaPresente === 'oui');
}

/** The form of that session stays, and isn't asked, unless the exam lets this person choose anew. */
export function keepsForm(answers: Answers, { admission }: Pick<Exam, 'admission'>): boolean {
  if (admission.formerForm === undefined || !satBefore(answers)) return false;
  const category = answers.candidature === 'deja' ? 'previous-candidate' : 'distance-learner';
  return !mayLeaveForm(admission, { category, formerForm: answers.formePrecedente === 'globale' ? 'GLOBAL' : null });
}

export type Job = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate | null };

export type Circumstances = {
  readonly session: string;
  readonly exam: Pick<Exam, 'admission'>;
  /** A department of another academy: the rules need only know that it isn't one of ours. */
  readonly elsewhere: string;
  readonly today: Temporal.PlainDate;
  /** Born so, one is a day short of the age that the exam asks; null where it asks none. */
  readonly bornTooLate: Temporal.PlainDate | null;
};

/** The question that the evaluator is asked. « Je ne sais pas » is null. */
export function questionOf(
  answers: Answers,
  jobs: readonly Job[],
  { session, exam, elsewhere, today, bornTooLate }: Circumstances,
): Readonly<Record<string, unknown>> {
  const former = answers.candidature === 'deja';
  const sat = satBefore(answers);
  const before = known(OF_FORM, answers.formePrecedente);
  return {
    session,
    speciality: answers.specialite === UNKNOWN ? null : (answers.specialite ?? null),
    category: known(OF_CATEGORY, answers.candidature),
    // Who failed before keeps the form; the evaluator would only say so again.
    form: keepsForm(answers, exam) ? before : known(OF_FORM, answers.forme),
    formerForm: sat ? before : null,
    satAllTests: former ? yesNo(answers.epreuves) : null,
    twoYearsInCentre: former ? yesNo(answers.centre) : null,
    department: departmentIn(answers.departement, elsewhere),
    birthDate: (answers.age === MINOR && bornTooLate !== null
      ? bornTooLate
      : today.subtract({ years: UNDER[answers.age ?? ''] ?? OLDEST }).add({ days: 1 })
    ).toString(),
    frenchNational: yesNo(answers.francais),
    diploma: known(OF_DIPLOMA, answers.diplome),
    specialContract: answers.diplome === 'niveau3' ? yesNo(answers.contrat) : null,
    workPeriods: jobs.map(({ from, to }) => ({ from: from.toString(), to: to?.toString() ?? null })),
    trainingHours:
      answers.candidature === 'distance' && /^\d+$/.test(answers.heures ?? '') ? Number(answers.heures) : null,
  };
}

export const ELSEWHERE = 'autre';

function departmentIn(answer: string | undefined, elsewhere: string): string | null {
  if (answer === undefined || answer === UNKNOWN) return null;
  return answer === ELSEWHERE ? elsewhere : answer;
}

import { createMemory, createRecent, type Recent } from '../platform/memory.ts';
import { emptyForm, type FormState } from '../ui/index.ts';
import { answersTo, type Dossier } from './dossier.ts';
import type { AnsweredStep, StepName } from './enrolment.ts';
import { ALL_STEPS, isUpTo, type StepValues } from './steps/steps.ts';

/** The answers read again, in order, by the rules of today. A step that can't be read has no value, nor have those after it. */
export type AnswersReview = { readonly [Name in AnsweredStep]: StepValues[Name] | null } & {
  /** What is wrong in the first step that can't be read; empty when it was never answered. */
  readonly state: FormState;
  /** Where the candidate goes on: the first unfinished step, or the last one when all are done. */
  readonly next: StepName;
};

/** Everything answered and in order. */
export type CompleteReview = StepValues;

const NOTHING: AnswersReview = {
  identification: null,
  informations: null,
  qualification: null,
  acquis: null,
  epreuves: null,
  state: emptyForm,
  next: 'recapitulatif',
};

/** Answers that were read, the rules that they were read by, and what was made of them since. */
type Reviewed = Pick<Dossier, 'session' | 'academy' | 'exam'> & {
  readonly review: AnswersReview;
  readonly made: Map<string, unknown>;
};

/** Pages and acts that follow each other read the same answers: so many are remembered, under each catalogue. */
const REMEMBERED = 300;
const recent = createMemory<Recent<string, Reviewed>>();
const inWords = createMemory<string>();

/** By all that reading looks at: the rules themselves, and the words of the rest. Units of one's own are completed by hand, and few. */
function reviewed(dossier: Dossier): Reviewed {
  const {
    catalogue,
    session,
    academy,
    exam,
    person,
    today,
    registeredForm,
    typedBy = '',
    completed,
    answers,
  } = dossier;
  const read = (): Reviewed => ({ session, academy, exam, review: readAnswers(dossier), made: new Map() });
  if (completed !== undefined && completed !== null) return read();
  const said = inWords(answers, '', () => JSON.stringify(answers));
  const key = [session.code, person.birthDate, today, registeredForm, typedBy, said].join(' ');
  const known = recent(catalogue, '', () => createRecent(REMEMBERED))(key, read);
  return known.session === session && known.academy === academy && known.exam === exam ? known : read();
}

export function reviewAnswers(dossier: Dossier): AnswersReview {
  return reviewed(dossier).review;
}

/** What is made of the answers and of nothing else, under a name of its own. */
export function madeOfReview<Value>(dossier: Dossier, name: string, make: (review: AnswersReview) => Value): Value {
  const { review, made } = reviewed(dossier);
  if (!made.has(name)) made.set(name, make(review));
  return made.get(name) as Value;
}

/** In the order of the steps, those that this exam doesn't ask among them: a later one may lean on what they are without an answer. */
function readAnswers(dossier: Dossier): AnswersReview {
  let review = NOTHING;
  for (const step of ALL_STEPS) {
    const opened = step.open(dossier, review);
    if (!dossier.exam.steps.includes(step.name)) {
      review = { ...review, [step.name]: opened?.unasked() ?? null };
      continue;
    }
    const read = opened?.read(answersTo(dossier, step.name));
    // Every field of a step may be optional (nothing left to sit): it still has to be looked at once.
    const isAnswered = dossier.answers[step.name] !== undefined;
    if (read === undefined || !read.ok || !isAnswered)
      return { ...review, next: step.name, state: isAnswered && read?.ok === false ? read.error : emptyForm };
    review = { ...review, [step.name]: read.value.value };
  }
  return review;
}

export function completeReview(review: AnswersReview): CompleteReview | null {
  return isComplete(review) ? review : null;
}

function isComplete(review: AnswersReview): review is AnswersReview & CompleteReview {
  return ALL_STEPS.every(({ name }) => review[name] !== null);
}

/** May this step be opened? Steps are done in order; those already done stay open. */
export function mayOpen({ exam }: Pick<Dossier, 'exam'>, review: AnswersReview, step: StepName): boolean {
  return isUpTo(exam, step, review.next);
}

import type { Academy, Catalogue, Exam, ResolvedSession } from '../catalogue/index.ts';
import { parisDay, wholeYears } from '../platform/time.ts';
import type { Typed } from '../ui/index.ts';
import type { CompletedUnits } from './completion.ts';
import type { AnsweredStep, Answers, Enrolment, ExamForm } from './enrolment.ts';

/** Who enrols, as far as the rules need to know. */
export type Person = { readonly birthDate: Temporal.PlainDate };

/** The rules in force for a session, on one day. */
export type RulesOfTheDay = {
  readonly catalogue: Catalogue;
  readonly session: ResolvedSession;
  readonly academy: Academy;
  readonly exam: Exam;
  /** Today in Paris, on the exam's clock. */
  readonly today: Temporal.PlainDate;
  /** The units of this candidate's speciality, where the rules don't know them. */
  readonly completed?: CompletedUnits | null;
};

/** All that the steps look at: the rules in force, the person, and what was answered so far. */
export type Dossier = RulesOfTheDay & {
  readonly person: Person;
  readonly answers: Answers;
  /** Typed by an officer: what is said of one's health is neither shown nor asked, and stays as it is. */
  readonly typedBy?: 'office';
  /** The form registered before: final (notice, « votre choix est définitif »). */
  readonly registeredForm: ExamForm | null;
};

type Circumstances = { readonly catalogue: Catalogue; readonly now: Temporal.Instant; readonly person: Person };

/** The dossier of an enrolment: of its working copy while it is being written, else of what is registered. */
export function dossierOf(
  enrolment: Enrolment,
  circumstances: Circumstances,
  which: 'working' | 'registered' = 'working',
): Dossier {
  const { catalogue, now, person } = circumstances;
  const session = catalogue.session(enrolment.session);
  const academy = catalogue.academy(enrolment.academy);
  const exam = session === undefined ? undefined : catalogue.exam(session.exam);
  if (session === undefined || academy === undefined || exam === undefined)
    throw new Error(`The rule pack no longer knows ${enrolment.session}`);
  const registeredForm = enrolment.registered?.qualification?.form;
  return {
    catalogue,
    session,
    academy,
    exam,
    person,
    today: parisDay(now),
    completed: enrolment.completedUnits,
    answers: which === 'working' ? answersOf(enrolment) : (enrolment.registered ?? {}),
    registeredForm: registeredForm === 'GLOBAL' || registeredForm === 'PROGRESSIVE' ? registeredForm : null,
  };
}

/** What the steps show and write: the working copy, else what is registered. */
export function answersOf(enrolment: Pick<Enrolment, 'working' | 'registered'>): Answers {
  return enrolment.working ?? enrolment.registered ?? {};
}

export function answersTo(dossier: Pick<Dossier, 'answers'>, step: AnsweredStep): Typed {
  return dossier.answers[step] ?? {};
}

export function ageOn(person: Person, day: Temporal.PlainDate): number {
  return wholeYears(person.birthDate, day);
}

export function isMinor(dossier: Pick<Dossier, 'person' | 'today'>): boolean {
  return ageOn(dossier.person, dossier.today) < 18;
}

import type { JSX } from 'preact';
import type { Exam } from '../../catalogue/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { Body, Contact, Field, Line, Typed } from '../../ui/index.ts';
import type { Dossier } from '../dossier.ts';
import type { AnsweredStep, StepAnswers } from '../enrolment.ts';
import type { StepView } from '../pages/stepPage.tsx';
import type { HeldAnswer } from '../rules/heldAnswers.ts';
import type { Read } from './reading.ts';

/** A line of the summary. `about`: what it belongs to, where several lines do (the jobs, the marks kept). */
export type SummaryLine = Line & { readonly about?: string };

/** What the page of a step is made of. */
export type StepRequest = {
  readonly view: StepView;
  readonly dossier: Dossier;
  readonly visit: Pick<Visit, 'method' | 'query' | 'body'>;
  readonly civilStatus: () => readonly Line[];
  /** What the register holds, where the step starts with it. */
  readonly held: readonly HeldAnswer[];
};

/** The values of the steps that were read, each under its name. */
export type Done = Readonly<Partial<Record<AnsweredStep, unknown>>>;

/** A step as its own file declares it. What it needs are earlier steps: it receives their values, never null. */
type Declaration<Name extends AnsweredStep, Needs extends readonly Step[], Value> = {
  readonly name: Name;
  /** In the stepper, as in the notice. */
  readonly title: string;
  /** What its page asks, in the words of the exam. */
  readonly question: Question;
  readonly needs: Needs;
  /** Every field that its page may show, whether or not it applies to what is typed: nothing typed is lost. */
  readonly fields: (dossier: Dossier, needed: Needed<Needs>) => readonly Field[];
  /** Reads what was typed, or the answers as they are kept. */
  readonly read: (dossier: Dossier, needed: Needed<Needs>, body: Body) => Read<Value>;
  /** What the summary, the confirmation page and the PDF say of it. */
  readonly lines: (dossier: Dossier, needed: Needed<Needs>, value: Value) => readonly SummaryLine[];
  readonly page: (request: StepRequest & { readonly needed: Needed<Needs> }) => JSX.Element;
  /** Its value where an exam doesn't ask it. */
  readonly unasked?: (dossier: Dossier, needed: Needed<Needs>) => Value;
} & Partial<Declared>;

type Question = (exam: Pick<Exam, 'noun' | 'gender'>) => string;

type Declared = {
  /** What is answered and not signed: read by the candidate and by whom it concerns, printed nowhere. */
  readonly unsigned: readonly Field[];
  /** Of those, what is said of one's health: an officer who types in a candidate's name neither sees nor changes it. */
  readonly health: readonly Field[];
  /** Buttons that ask for more than they save: a row, an average, what a speciality asks for. */
  readonly helpers: readonly string[];
  /** At the first visit it starts with the marks that the register holds of former sessions. */
  readonly startsHeld: boolean;
  /** Later steps whose answers another answer to this one makes meaningless. */
  readonly outdates: {
    readonly steps: readonly AnsweredStep[];
    readonly when: (before: StepAnswers, after: StepAnswers) => boolean;
  } | null;
  /** Shown above a form that something is to be corrected in. */
  readonly help: ((dossier: Dossier, typed: Typed, contacts: readonly Contact[]) => JSX.Element | null) | null;
  /** What the page asked only after a first answer: until it was seen, the saved step is shown once more. */
  readonly more: {
    /** Of the address that shows it again. */
    readonly key: string;
    readonly isUnseen: (dossier: Dossier, body: Body) => boolean;
    readonly said: string;
  } | null;
};

/** A step whose turn it is, with what it needs. */
export type OpenedStep<Value = unknown> = {
  readonly fields: () => readonly Field[];
  readonly read: (body: Body) => Read<Value>;
  readonly page: (request: StepRequest) => JSX.Element;
  /** Empty as long as it isn't read itself. */
  readonly lines: () => readonly SummaryLine[];
  /** null: no exam goes without it. */
  readonly unasked: () => Value | null;
};
export type Step<Name extends AnsweredStep = AnsweredStep, Value = unknown> = Declared & {
  readonly name: Name;
  readonly title: string;
  readonly question: Question;
  /** null before its turn: a step that it needs has no value. */
  readonly open: (dossier: Dossier, done: Done) => OpenedStep<Value> | null;
};

export type ValueOfStep<S> = S extends Step<AnsweredStep, infer Value> ? Value : never;
type Needed<Needs extends readonly Step[]> = { readonly [S in Needs[number] as S['name']]: ValueOfStep<S> };

/** Declares a step: all that there is to say of it, in one value. */
export function defineStep<Name extends AnsweredStep, const Needs extends readonly Step[], Value>(
  declared: Declaration<Name, Needs, Value>,
): Step<Name, Value> {
  const { name, title, question, fields, read, lines, page } = declared;
  return {
    name,
    title,
    question,
    unsigned: declared.unsigned ?? [],
    health: declared.health ?? [],
    helpers: declared.helpers ?? [],
    startsHeld: declared.startsHeld ?? false,
    outdates: declared.outdates ?? null,
    help: declared.help ?? null,
    more: declared.more ?? null,
    open: (dossier, done) => {
      const needed = neededIn(declared.needs, done);
      if (needed === null) return null;
      const own = done[name] ?? null;
      return {
        fields: () => fields(dossier, needed),
        read: (body) => read(dossier, needed, body),
        page: (request) => page({ ...request, needed }),
        unasked: () => declared.unasked?.(dossier, needed) ?? null,
        // Under the name of a step stands what its own `read` gave: the type is the declaration's.
        lines: () => (own === null ? [] : lines(dossier, needed, own as Value)),
      };
    },
  };
}

function neededIn<Needs extends readonly Step[]>(needs: Needs, done: Done): Needed<Needs> | null {
  const given = needs.map(({ name }) => [name, done[name] ?? null] as const);
  return given.some(([, value]) => value === null) ? null : (Object.fromEntries(given) as Needed<Needs>);
}

import { readMoment } from '../../platform/clock.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type Body, type FormState, typedIn, withFault } from '../../ui/index.ts';
import type { ActDeps } from '../deps.ts';
import { answersOf, type Dossier } from '../dossier.ts';
import {
  type AnsweredStep,
  type Answers,
  type Enrolment,
  leftAnswers,
  type StepAnswers,
  sameAnswers,
  stampOf,
} from '../enrolment.ts';
import type { Refusal } from '../refusals.ts';
import { mayOpen, reviewAnswers } from '../review.ts';
import { allows } from '../rules/transitions.ts';
import { outsideWindow, type Window } from '../rules/window.ts';
import type { OpenedStep } from '../steps/step.ts';
import { stepNamed } from '../steps/steps.ts';
import { saveStep } from '../store/changes.ts';
import { noteWritten } from '../store/entries.ts';
import { findOwnEnrolment } from '../store.ts';

export type StepOrder = {
  readonly enrolment: Enrolment;
  readonly dossier: Dossier;
  readonly step: AnsweredStep;
  readonly body: Body;
  /** Of the answers that the form was filled from (`stampOf`). */
  readonly stamp: string;
  /** *Précédent*: what can't be read yet is kept as it is typed. */
  readonly leaves?: boolean;
  /** Within which it counts, where that isn't the session's own. */
  readonly window?: Window;
  /** The officer's entry that it is typed in; null: the candidate's own hand. */
  readonly entry?: string | null;
  /** Why whoever writes may not choose this speciality. */
  readonly refuseSpeciality?: (cfd: string) => string | null;
};

export type StepRefusal =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Something to correct in the form. */
  | { readonly kind: 'form'; readonly state: FormState }
  /** An earlier step comes first. */
  | { readonly kind: 'order' }
  /** Another tab wrote this step since; `typed` is what this one wanted. */
  | { readonly kind: 'conflict'; readonly typed: StepAnswers };

/** Another step may be written at the same moment: read again and try, a few times. */
const MOST_TRIES = 4;

/**
 * Saves one step (*Suivant*, or *Précédent* as far as it is typed); gives all the answers as they stand then. Nothing is written outside the window, over somebody else's writing, or out of order; outside
 * the window nobody is asked to correct what can't be saved.
 */
export async function saveStepAnswers(
  deps: ActDeps,
  act: Act,
  order: StepOrder,
): Promise<Result<Answers, StepRefusal>> {
  const saved = await trySaving(deps, act, order, 1);
  if (saved.ok || saved.error.kind === 'refused') return saved;
  const outside = outsideWindow(windowOf(order), await readMoment(deps.db, act));
  return outside === null ? saved : refuse({ kind: 'refused', refusal: outside });
}

const windowOf = ({ window, dossier }: StepOrder): Window => window ?? dossier.session.window;

async function trySaving(
  deps: ActDeps,
  act: Act,
  order: StepOrder,
  tries: number,
): Promise<Result<Answers, StepRefusal>> {
  const { enrolment, dossier, step, body } = order;
  if (!allows(enrolment, 'save-step')) return refuse({ kind: 'refused', refusal: { code: 'ended' } });
  const review = reviewAnswers(dossier);
  const opened = mayOpen(dossier, review, step) ? stepNamed(step).open(dossier, review) : null;
  if (opened === null) return refuse({ kind: 'order' });
  const read = opened.read(body);
  if (!read.ok && order.leaves !== true) return refuse({ kind: 'form', state: read.error });
  const answers = read.ok ? read.value.answers : leftAnswers(typedIn(opened.fields(), body));
  const untouched = order.leaves === true && dossier.answers[step] === undefined && !holdsSomething(opened, body);
  if (answers === null || untouched) return ok(dossier.answers);
  const { speciality } = answers;
  const why = typeof speciality === 'string' ? (order.refuseSpeciality?.(speciality) ?? null) : null;
  if (why !== null)
    return refuse({ kind: 'form', state: withFault({ typed: answers, faults: [] }, 'speciality', why) });
  const current = dossier.answers[step];
  const same = current !== undefined && stampOf(current) === stampOf(answers);
  if (!same && order.stamp !== stampOf(current)) return refuse({ kind: 'conflict', typed: answers });
  const { opensAt, closesAt } = windowOf(order);
  const working = workingCopy(enrolment, dossier, step, answers);
  const saved = await saveStep(deps.db, act, { enrolment, working, opensAt, closesAt });
  if (saved !== null) {
    const written = working ?? enrolment.registered ?? {};
    if (order.entry !== undefined && order.entry !== null) await noteWritten(deps.db, order.entry, written);
    return ok(written);
  }
  const outside = outsideWindow(windowOf(order), await readMoment(deps.db, act));
  if (outside !== null) return refuse({ kind: 'refused', refusal: outside });
  // Not the hour, so somebody wrote in between: another step, or this very form (double click).
  const latest = await findOwnEnrolment(deps.db, enrolment.id, enrolment.candidateId);
  if (latest === null || tries === MOST_TRIES) return refuse({ kind: 'conflict', typed: answers });
  return trySaving(
    deps,
    act,
    { ...order, enrolment: latest, dossier: { ...dossier, answers: answersOf(latest) } },
    tries + 1,
  );
}

/** A step that was only looked at isn't answered, even where nothing in it must be. */
function holdsSomething(opened: OpenedStep, body: Body): boolean {
  return leftAnswers(typedIn(opened.fields(), body)) !== null;
}

/** Answers that come back to what is registered change nothing: the registered version stands alone again. */
function workingCopy(enrolment: Enrolment, dossier: Dossier, step: AnsweredStep, answers: StepAnswers): Answers | null {
  const outdated: readonly string[] = outdatedBy(step, dossier, answers);
  const kept = Object.entries(answersOf(enrolment)).filter(([name]) => !outdated.includes(name));
  const working: Answers = { ...Object.fromEntries(kept), [step]: answers };
  return enrolment.registered !== null && sameAnswers(working, enrolment.registered) ? null : working;
}

function outdatedBy(step: AnsweredStep, dossier: Dossier, answers: StepAnswers): readonly AnsweredStep[] {
  const { outdates } = stepNamed(step);
  const before = dossier.answers[step];
  return outdates !== null && before !== undefined && outdates.when(before, answers) ? outdates.steps : [];
}

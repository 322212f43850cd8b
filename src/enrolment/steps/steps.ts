import type { Exam } from '../../catalogue/index.ts';
import type { AnsweredStep, StepName } from '../enrolment.ts';
import type { PlaceInSteps } from '../pages/stepPage.tsx';
import type { Pen } from '../pen.ts';
import { texts } from '../texts.ts';
import { acquis } from './acquis/acquis.ts';
import { epreuves } from './epreuves/epreuves.ts';
import { identification } from './identification/identification.ts';
import { informations } from './informations/informations.ts';
import { qualification } from './qualification/qualification.ts';
import type { Step, ValueOfStep } from './step.ts';

/** Every step there is. All that walks over the steps does so from here: routes, reading, summary, stepper, conflicts. */
const TABLE = { identification, informations, qualification, acquis, epreuves } satisfies {
  readonly [Name in AnsweredStep]: Step<Name>;
};
export const ALL_STEPS: readonly Step[] = Object.values(TABLE);

/** The value of each step, once it is read. */
export type StepValues = { readonly [Name in AnsweredStep]: ValueOfStep<(typeof TABLE)[Name]> };

type Steps = Pick<Exam, 'steps' | 'noun' | 'gender'>;

/** Those of an exam, in the order of its pack. */
export function stepsOf({ steps }: Pick<Exam, 'steps'>): readonly Step[] {
  return steps.map(stepNamed);
}

export function stepNamed(name: AnsweredStep): Step {
  return TABLE[name];
}

export function titleOf(step: StepName): string {
  return step === 'recapitulatif' ? texts.recapitulatif.step.title : TABLE[step].title;
}

/** Does this step come before that one, or is it the same? */
export function isUpTo(exam: Pick<Exam, 'steps'>, step: StepName, last: StepName): boolean {
  const order = orderOf(exam);
  return order.includes(step) && order.indexOf(step) <= order.indexOf(last);
}

/** Of a draft: its steps in their order, those behind, the one that is next, those that wait for it. */
export function standingSteps(
  exam: Pick<Exam, 'steps'>,
  { next }: { readonly next: StepName },
): readonly { readonly step: StepName; readonly state: 'done' | 'todo' | 'waiting'; readonly label: string }[] {
  return orderOf(exam).map((step) => ({
    step,
    state: step === next ? 'todo' : isUpTo(exam, step, next) ? 'done' : 'waiting',
    label: titleOf(step),
  }));
}

export function stepBefore(exam: Pick<Exam, 'steps'>, step: StepName): StepName | null {
  const order = orderOf(exam);
  return order[order.indexOf(step) - 1] ?? null;
}

export function stepAfter(exam: Pick<Exam, 'steps'>, step: StepName): StepName {
  const order = orderOf(exam);
  return order[order.indexOf(step) + 1] ?? 'recapitulatif';
}

/** Where one is, for the stepper and the frame of the page. */
export function placeOf(exam: Steps, step: StepName, by: Pen['by'] = 'candidate'): PlaceInSteps {
  const order = orderOf(exam);
  const asks = (name: AnsweredStep) => (by === 'office' ? texts.entry.questions[name] : TABLE[name].question);
  return {
    step,
    question: step === 'recapitulatif' ? texts.recapitulatif.step.question : asks(step)(exam),
    titles: order.map(titleOf),
    position: order.indexOf(step) + 1,
    previous: stepBefore(exam, step),
  };
}

/** The summary always comes last. */
function orderOf({ steps }: Pick<Exam, 'steps'>): readonly StepName[] {
  return [...steps, 'recapitulatif'];
}

import { ANSWERED, type AnsweredStep, type StepName } from '../enrolment.ts';
import type { Place } from '../pages/stepPage.tsx';
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

/** The value of each step, once it is read. */
export type StepValues = { readonly [Name in AnsweredStep]: ValueOfStep<(typeof TABLE)[Name]> };

/** In the order of the notice. */
export const STEPS: readonly Step[] = ANSWERED.map((name) => TABLE[name]);
const ORDER: readonly StepName[] = [...ANSWERED, 'recapitulatif'];

/** Does this step come before that one, or is it the same? */
export function isUpTo(step: StepName, last: StepName): boolean {
  return ORDER.indexOf(step) <= ORDER.indexOf(last);
}

export function stepBefore(step: StepName): StepName | null {
  return ORDER[ORDER.indexOf(step) - 1] ?? null;
}

export function stepAfter(step: StepName): StepName {
  return ORDER[ORDER.indexOf(step) + 1] ?? 'recapitulatif';
}

export function stepNamed(name: AnsweredStep): Step {
  return TABLE[name];
}

export function titleOf(step: StepName): string {
  return wordsOf(step).title;
}

/** Where one is, for the stepper and the frame of the page. */
export function placeOf(step: StepName): Place {
  return {
    step,
    question: wordsOf(step).question,
    titles: ORDER.map(titleOf),
    position: ORDER.indexOf(step) + 1,
    previous: stepBefore(step),
  };
}

function wordsOf(step: StepName): { readonly title: string; readonly question: string } {
  return step === 'recapitulatif' ? texts.recapitulatif.step : TABLE[step];
}

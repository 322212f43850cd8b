import { type Answers, type Enrolment, sameAnswers } from './enrolment.ts';
import { STEPS } from './steps/steps.ts';

/** The answers that the signed confirmation prints. */
function signedAnswers(answers: Answers): Answers {
  const steps = STEPS.flatMap(({ name, unsigned }) => {
    const given = answers[name];
    if (given === undefined) return [];
    const kept = Object.entries(given).filter(([field]) => !unsigned.some((one) => one.name === field));
    return [[name, Object.fromEntries(kept)] as const];
  });
  return Object.fromEntries(steps);
}

/** Do two copies differ in nothing that is signed, printed or read by the office? */
export function signsTheSame(one: Answers, other: Answers): boolean {
  return sameAnswers(signedAnswers(one), signedAnswers(other));
}

/** Is what the office reads of a registered enrolment being changed? */
export function isBeingRewritten({ working, registered }: Pick<Enrolment, 'working' | 'registered'>): boolean {
  return working !== null && registered !== null && !signsTheSame(working, registered);
}

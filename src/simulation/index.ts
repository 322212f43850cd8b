export { type AverageSimulation, averageQuestion, type SimulatedLine, simulateAverage } from './average.ts';
export { type EligibilitySimulation, simulateEligibility } from './eligibility.ts';
export { Day as QuestionDay, Instant as QuestionInstant } from './fields.ts';
export type { InputFault } from './inputFault.ts';
export { Mark } from './mark.ts';
export { eligibilityQuestion } from './question.ts';
export { type CaseOutcome, runCase } from './runCase.ts';
export { createJudge, type Judge } from './work/judge.ts';

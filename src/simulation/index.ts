export { type AverageSimulation, averageQuestion, simulateAverage } from './average.ts';
export { type EligibilitySimulation, eligibilityQuestion, simulateEligibility } from './eligibility.ts';
export type { InputFault } from './inputFault.ts';

export { averageToAimFor, type TargetAverage, targetInWords } from '../rules/target.ts';

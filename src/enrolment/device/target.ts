export { averageToAimFor, type Target, targetInWords } from '../rules/target.ts';

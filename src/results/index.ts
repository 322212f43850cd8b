export { type Account, readAccounts } from './account.ts';
export { type AverageForm, averageInWords } from './device/averageLine.ts';
export type { AccountNote, UnitAccount } from './rules/account.ts';
export {
  type AverageLine,
  decimal,
  type Fraction,
  type JudgedUnit,
  type Judgement,
  judgeAverage,
  type LineNote,
  type UnitResult,
} from './rules/average.ts';

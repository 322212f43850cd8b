import type { EnrolmentId } from '../enrolment/index.ts';
import { type Account, judgeAverage, type UnitAccount, type UnitResult } from '../results/index.ts';

/** Accounts for the tests of rules, judged at ten, or by two averages. */

export const TEN = { average: 20, professional: null } as const;
export const TWO = { average: 20, professional: 20 } as const;

export type Mark = number | 'absent' | 'excused' | 'exempt' | 'not-entered' | UnitResult;

export const unit = (
  id: string,
  coefficient: number | null,
  mark: Mark,
  more: Partial<UnitAccount> = {},
): UnitAccount => ({
  id,
  code: id,
  title: `Épreuve ${id}`,
  coefficient,
  optional: false,
  professional: true,
  outcome:
    typeof mark === 'number'
      ? { code: 'mark', halfPoints: 2 * mark }
      : typeof mark === 'string'
        ? { code: mark }
        : mark,
  obtainedOn: null,
  ground: null,
  note: null,
  ...more,
});

export const account = (
  number: string,
  units: readonly UnitAccount[],
  pass: typeof TEN | typeof TWO = TEN,
): Account => ({
  enrolmentId: number as EnrolmentId,
  number,
  speciality: '45033608',
  form: 'GLOBAL',
  units,
  judgement: judgeAverage(units, pass),
  doubts: [],
});

import type { Entrant } from '../marks.ts';
import { keyOf } from './compareLists.ts';

/** Who has a script of each unit, and who stands between the exam's rules and the published plan. */
export type SummonedWithScripts = {
  readonly listed: readonly Entrant[];
  /** Sits it by the rules, without a seat where others have one: no script, unless a head adds them. */
  readonly unseated: readonly Entrant[];
  /** Has a seat and doesn't sit it any more. */
  readonly gone: readonly Entrant[];
};

/**
 * `sitting`: by the exam's rules; `seats`: of the published plan; `added`: by a head, with a reason. A unit of which the plan seats
 * nobody is listed by the rules alone.
 */
export function summoned(
  sitting: readonly Entrant[],
  seats: readonly Entrant[],
  added: readonly Entrant[],
): SummonedWithScripts {
  const [byRules, seated, byHead] = [sitting, seats, added].map((some) => new Set(some.map(nameOf)));
  const planned = new Set(seats.map(keyOf));
  const waits = (one: Entrant): boolean => planned.has(keyOf(one)) && !seated?.has(nameOf(one));
  return {
    listed: [
      ...sitting.filter((one) => !waits(one)),
      ...added.filter((one) => !byRules?.has(nameOf(one)) || waits(one)),
    ],
    unseated: sitting.filter((one) => waits(one) && !byHead?.has(nameOf(one))),
    gone: seats.filter((one) => !byRules?.has(nameOf(one)) && !byHead?.has(nameOf(one))),
  };
}

function nameOf(one: Entrant): string {
  return `${one.enrolmentId} ${keyOf(one)}`;
}

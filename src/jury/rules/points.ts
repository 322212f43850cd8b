import type { PassMarks } from '../../catalogue/index.ts';
import { type Account, judgeAverage, type UnitAccount } from '../../results/index.ts';
import type { JuryPoint } from '../verdict.ts';

/** In half points. */
const TOP = 40;

/** The account after the points of the jury, those that it bears, and those that don't fit the marks any more. */
export type WithPoints = {
  readonly account: Account;
  readonly points: readonly JuryPoint[];
  /** Given on a mark that is another today: the jury says it again, or takes it back. */
  readonly stale: readonly JuryPoint[];
};

/** A jury raises what is marked at this session: neither a mark kept from another one, nor an absence, nor an exemption. */
export function mayRaise({ outcome }: Pick<UnitAccount, 'outcome'>): boolean {
  return outcome.code === 'mark' && outcome.halfPoints < TOP;
}

export function withPoints(account: Account, given: readonly JuryPoint[], pass: PassMarks): WithPoints {
  const fits = ({ unit, before }: JuryPoint): boolean =>
    account.units.some(({ id, outcome }) => id === unit && outcome.code === 'mark' && outcome.halfPoints === before);
  const points = given.filter(fits);
  return {
    account:
      points.length === 0
        ? account
        : withMarksRaised(account, new Map(points.map(({ unit, after }) => [unit, after])), pass),
    points,
    stale: given.filter((one) => !fits(one)),
  };
}

/** The same account with these marks in the place of theirs, judged again. */
export function withMarksRaised(account: Account, marks: ReadonlyMap<string, number>, pass: PassMarks): Account {
  const units = account.units.map((unit): UnitAccount => {
    const halfPoints = marks.get(unit.id);
    return halfPoints === undefined ? unit : { ...unit, outcome: { code: 'mark', halfPoints } };
  });
  return { ...account, units, judgement: judgeAverage(units, pass) };
}

/** The least mark of this unit alone with which the diploma is delivered, in half points; null: none does. `step`: 1, or 2 where marks are whole. */
export function leastToPass(account: Account, unit: UnitAccount, pass: PassMarks, step: 1 | 2): number | null {
  const { outcome } = unit;
  if (outcome.code !== 'mark') return null;
  const passes = (mark: number): boolean =>
    withMarksRaised(account, new Map([[unit.id, mark]]), pass).judgement.outcome === 'PASSED';
  // A higher mark never makes an average lower: what is searched is halved each time.
  let [low, high] = [Math.floor(outcome.halfPoints / step) + 1, TOP / step];
  if (low > high || !passes(TOP)) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle * step)) high = middle;
    else low = middle + 1;
  }
  return low * step;
}

/** One mark raised with which the diploma is delivered: `more` half points. */
export type RaisedMark = { readonly unit: UnitAccount; readonly mark: number; readonly more: number };

/** Of each unit, what alone is enough. */
export function raisesOf(account: Account, pass: PassMarks, step: 1 | 2): readonly RaisedMark[] {
  if (account.judgement.outcome !== 'FAILED') return [];
  return account.units.flatMap((unit) => {
    const mark = leastToPass(account, unit, pass, step);
    return mark === null || !('halfPoints' in unit.outcome)
      ? []
      : [{ unit, mark, more: mark - unit.outcome.halfPoints }];
  });
}

/** The smallest of them; null: no unit alone is enough. */
export function smallestRaise(raises: readonly RaisedMark[]): RaisedMark | null {
  return raises.toSorted((one, other) => one.more - other.more)[0] ?? null;
}

export type WhyNotRaised = 'unit-not-raised' | 'mark-changed' | 'mark-not-higher' | 'mark-by-points';

/** Why this unit can't be raised to that mark; null: it can. `before`: what the page showed. */
export function whyNotRaised(
  unit: UnitAccount | undefined,
  { before, after }: { readonly before: number; readonly after: number },
  step: 1 | 2,
): WhyNotRaised | null {
  if (unit === undefined || unit.outcome.code !== 'mark') return 'unit-not-raised';
  if (unit.outcome.halfPoints !== before) return 'mark-changed';
  if (after % step !== 0) return 'mark-by-points';
  return after > before ? null : 'mark-not-higher';
}

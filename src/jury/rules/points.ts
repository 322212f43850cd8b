import type { PassMarks } from '../../catalogue/index.ts';
import { type Account, judgeAverage, type UnitAccount } from '../../results/index.ts';
import type { JuryPoint } from '../verdict.ts';

/** In half points. */
const TOP = 40;

/** The account after the points of the jury, those that it bears, and those that don't fit the marks any more. */
export type Weighed = {
  readonly account: Account;
  readonly points: readonly JuryPoint[];
  /** Given on a mark that is another today: the jury says it again, or takes it back. */
  readonly stale: readonly JuryPoint[];
};

/** A jury raises what is marked at this session: neither a mark kept from another one, nor an absence, nor an exemption. */
export function mayRaise({ outcome }: Pick<UnitAccount, 'outcome'>): boolean {
  return outcome.code === 'mark' && outcome.halfPoints < TOP;
}

export function weigh(account: Account, given: readonly JuryPoint[], pass: PassMarks): Weighed {
  const fits = ({ unit, before }: JuryPoint): boolean =>
    account.units.some(({ id, outcome }) => id === unit && outcome.code === 'mark' && outcome.halfPoints === before);
  const points = given.filter(fits);
  return {
    account:
      points.length === 0 ? account : raised(account, new Map(points.map(({ unit, after }) => [unit, after])), pass),
    points,
    stale: given.filter((one) => !fits(one)),
  };
}

/** The same account with these marks in the place of theirs, judged again. */
export function raised(account: Account, marks: ReadonlyMap<string, number>, pass: PassMarks): Account {
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
  for (let mark = outcome.halfPoints + 1; mark <= TOP; mark += 1) {
    if (mark % step !== 0) continue;
    const { judgement } = raised(account, new Map([[unit.id, mark]]), pass);
    if (judgement.outcome === 'PASSED') return mark;
  }
  return null;
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

import type { Account, UnitAccount, UnitResult } from '../../results/index.ts';
import type { JuryVerdict } from '../verdict.ts';

/** A unit that says something else today than in the record. */
export type Drift = { readonly unit: UnitAccount; readonly said: UnitResult | null; readonly now: UnitResult | null };

/**
 * What the marks say today of a candidate beside what the record says, before the points of the jury: a mark corrected after the
 * closing, a batch unlocked. Each asks for a dated addition, or for the mark to be put right.
 */
export function driftOf(
  { account, juryPoints }: Pick<JuryVerdict, 'account' | 'juryPoints'>,
  today: Account,
): readonly Drift[] {
  const before = new Map(juryPoints.map(({ unit, before: halfPoints }) => [unit, halfPoints]));
  const said = new Map(
    account.units.map((unit): [string, UnitAccount] => {
      const halfPoints = before.get(unit.id);
      return [unit.id, halfPoints === undefined ? unit : { ...unit, outcome: { code: 'mark', halfPoints } }];
    }),
  );
  const now = new Map(today.units.map((unit) => [unit.id, unit]));
  return [...new Map([...said, ...now]).values()].flatMap((unit): readonly Drift[] => {
    const [one, other] = [said.get(unit.id)?.outcome ?? null, now.get(unit.id)?.outcome ?? null];
    return sameOutcome(one, other) ? [] : [{ unit, said: one, now: other }];
  });
}

function sameOutcome(one: UnitResult | null, other: UnitResult | null): boolean {
  return one?.code === other?.code && pointsOf(one) === pointsOf(other);
}

function pointsOf(outcome: UnitResult | null): number | null {
  return outcome !== null && 'halfPoints' in outcome ? outcome.halfPoints : null;
}

import type { PassMarks } from '../../catalogue/index.ts';
import type { Account, Fraction, Judgement } from '../../results/index.ts';
import type { JuryDecision } from '../verdict.ts';

/**
 * Where a candidate stands before the jury. **near**: less than a point under what is asked; **below**: further; **barred**: whatever
 * the average, by an absence or an eliminating mark; **not-judged**: a unit is missing; **admitted**.
 */
const STANDINGS = ['near', 'below', 'barred', 'not-judged', 'admitted'] as const;
export type JuryStanding = (typeof STANDINGS)[number];

/** How far the average is under what is asked, of the two the further one; negative: above. Null: no average. */
export function gapOf(judgement: Pick<Judgement, 'average' | 'professionalAverage'>, pass: PassMarks): Fraction | null {
  const { average, professionalAverage } = judgement;
  if (average === null) return null;
  const all = under(average, pass.average);
  if (professionalAverage === null || pass.professional === null) return all;
  const trade = under(professionalAverage, pass.professional);
  return compareForDeliberation(all, trade) > 0 ? all : trade;
}

/** `halfPoints`: what the average must reach. */
function under({ numerator, denominator }: Fraction, halfPoints: number): Fraction {
  return { numerator: halfPoints * denominator - 2 * numerator, denominator: 2 * denominator };
}

/** Above 0: the first is the greater. */
export function compareForDeliberation(one: Fraction, other: Fraction): number {
  return one.numerator * other.denominator - other.numerator * one.denominator;
}

const POINT: Fraction = { numerator: 1, denominator: 1 };

export function standingOf(judgement: Judgement, pass: PassMarks): JuryStanding {
  if (judgement.outcome === 'NOT_JUDGED') return 'not-judged';
  if (judgement.outcome === 'PASSED') return 'admitted';
  const gap = gapOf(judgement, pass);
  if (gap === null || gap.numerator <= 0) return 'barred';
  return compareForDeliberation(gap, POINT) <= 0 ? 'near' : 'below';
}

const DECIDED: Readonly<Record<Judgement['outcome'], JuryDecision>> = {
  PASSED: 'ADMITTED',
  FAILED: 'REFUSED',
  NOT_JUDGED: 'NOT_JUDGED',
};

/** What a jury decides of it unless it says otherwise. */
export function decisionOf({ outcome }: Pick<Judgement, 'outcome'>): JuryDecision {
  return DECIDED[outcome];
}

/** `decision`: what a record says, where it isn't what the marks alone would give. */
type Placed = { readonly account: Account; readonly decision?: JuryDecision };

export function standingSaid({ account: { judgement }, decision }: Placed, pass: PassMarks): JuryStanding {
  if (decision === undefined || decision === decisionOf(judgement)) return standingOf(judgement, pass);
  return decision === 'ADMITTED' ? 'admitted' : decision === 'REFUSED' ? 'below' : 'not-judged';
}

/** Nearest to what is asked first: those under it by less than a point, then the others under it; last whoever passed, the narrowest first. */
export function inOrder<T extends Placed>(candidates: readonly T[], pass: PassMarks): readonly T[] {
  const placed = candidates.map((one) => {
    const { judgement } = one.account;
    const standing = standingSaid(one, pass);
    return { one, rank: STANDINGS.indexOf(standing), standing, gap: gapOf(judgement, pass) };
  });
  return placed
    .toSorted((a, b) => {
      const further = a.gap === null || b.gap === null ? 0 : compareForDeliberation(a.gap, b.gap);
      return (
        a.rank - b.rank ||
        (a.standing === 'admitted' ? -further : further) ||
        a.one.account.number.localeCompare(b.one.account.number)
      );
    })
    .map(({ one }) => one);
}

export function countStandings(candidates: readonly Placed[], pass: PassMarks): Readonly<Record<JuryStanding, number>> {
  const counts = { near: 0, below: 0, barred: 0, 'not-judged': 0, admitted: 0 };
  for (const one of candidates) counts[standingSaid(one, pass)] += 1;
  return counts;
}

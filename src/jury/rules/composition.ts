import type { JuryRules } from '../../catalogue/index.ts';
import type { Member } from '../jury.ts';

type Halves = { readonly teaching: number; readonly trade: number };

/** What bars the closing: nobody who chairs is there; presences that nobody said; fewer than the rules want. */
export type CompositionObstacle = 'no-chair' | 'presence-unsaid' | 'too-few';
/**
 * What is said and bars nothing: halves that aren't equal as the members were named, or among those who are there (the jury may sit when
 * absence breaks parity, D337-123, D337-23); in the half of the trade, parts that aren't equal.
 */
export type CompositionFlag = 'halves-named' | 'halves-present' | 'parts-of-trade';

export type Composition = {
  readonly present: number;
  readonly chair: Member | null;
  readonly named: Halves;
  readonly there: Halves;
  readonly obstacles: readonly CompositionObstacle[];
  readonly flags: readonly CompositionFlag[];
};

/** The members of a jury beside what the exam's rules want. */
export function compositionOf(members: readonly Member[], rules: JuryRules): Composition {
  const quality = new Map(rules.qualities.map((one) => [one.code, one]));
  const present = members.filter((one) => one.present === true);
  const count = (of: readonly Member[], half: 'teaching' | 'trade'): number =>
    of.filter((one) => quality.get(one.quality)?.half === half).length;
  const halves = (of: readonly Member[]): Halves => ({ teaching: count(of, 'teaching'), trade: count(of, 'trade') });
  const chair = present.find((one) => quality.get(one.quality)?.seat === 'chair') ?? null;
  const [named, there] = [halves(members), halves(present)];
  const parts = rules.qualities
    .filter(({ half }) => half === 'trade')
    .map(({ code }) => members.filter((one) => one.quality === code).length);
  return {
    present: present.length,
    chair,
    named,
    there,
    obstacles: [
      ...(chair === null ? (['no-chair'] as const) : []),
      ...(members.some((one) => one.present === null) ? (['presence-unsaid'] as const) : []),
      ...(present.length < (rules.quorum.members ?? 0) ? (['too-few'] as const) : []),
    ],
    flags: [
      ...(named.teaching === named.trade ? [] : (['halves-named'] as const)),
      ...(there.teaching === there.trade ? [] : (['halves-present'] as const)),
      ...(new Set(parts).size > 1 ? (['parts-of-trade'] as const) : []),
    ],
  };
}

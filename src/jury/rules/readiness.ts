import type { Account } from '../../results/index.ts';
import type { Composition, CompositionObstacle } from './composition.ts';
import type { WithPoints } from './points.ts';

/** What keeps a record from being closed, all of it at once. */
export type Obstacle =
  | { readonly code: CompositionObstacle | 'no-speciality' | 'no-candidate' | 'no-quorum' | 'before-its-day' }
  | { readonly code: 'batch-open'; readonly batches: readonly UnitOf[] }
  | { readonly code: 'mark-missing'; readonly candidates: readonly string[] }
  | { readonly code: 'coefficient-unknown'; readonly units: readonly UnitOf[] }
  | { readonly code: 'points-stale' | 'to-examine' | 'out-of-number'; readonly candidates: readonly string[] };

/** A unit of a speciality. */
export type UnitOf = { readonly speciality: string; readonly unit: string };

export type Ready = {
  readonly specialities: number;
  readonly quorum: boolean;
  readonly meetsOn: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly composition: Pick<Composition, 'obstacles'>;
  readonly candidates: readonly (Pick<WithPoints, 'account' | 'stale'> & {
    readonly waits: boolean;
    readonly outOfNumber: boolean;
  })[];
  readonly openBatches: readonly UnitOf[];
};

/** Marks that somebody has to bring: what is left for later, withheld or under reserve isn't missing. */
const EXPECTED = new Set(['awaited', 'option-unknown']);

export function obstaclesOf(ready: Ready): readonly Obstacle[] {
  const { candidates, openBatches } = ready;
  const numbers = (which: (one: Ready['candidates'][number]) => boolean): readonly string[] =>
    candidates.filter(which).map(({ account }) => account.number);
  const missing = numbers(({ account }) => account.units.some(({ note }) => note !== null && EXPECTED.has(note)));
  const stale = numbers((one) => one.stale.length > 0);
  const out = numbers(({ outOfNumber }) => outOfNumber);
  // Nobody is looked at before their marks are there.
  const unseen = missing.length > 0 ? [] : numbers(({ waits, outOfNumber }) => waits && !outOfNumber);
  const unknown = unknownCoefficients(candidates.map(({ account }) => account));
  return [
    ...(ready.specialities === 0 ? [{ code: 'no-speciality' } as const] : []),
    ...(ready.specialities > 0 && candidates.length === 0 ? [{ code: 'no-candidate' } as const] : []),
    ...(Temporal.PlainDate.compare(ready.today, ready.meetsOn) < 0 ? [{ code: 'before-its-day' } as const] : []),
    ...ready.composition.obstacles.map((code) => ({ code })),
    ...(ready.quorum ? [] : [{ code: 'no-quorum' } as const]),
    ...(openBatches.length > 0 ? [{ code: 'batch-open', batches: openBatches } as const] : []),
    ...(missing.length > 0 ? [{ code: 'mark-missing', candidates: missing } as const] : []),
    ...(unknown.length > 0 ? [{ code: 'coefficient-unknown', units: unknown } as const] : []),
    ...(stale.length > 0 ? [{ code: 'points-stale', candidates: stale } as const] : []),
    ...(out.length > 0 ? [{ code: 'out-of-number', candidates: out } as const] : []),
    ...(unseen.length > 0 ? [{ code: 'to-examine', candidates: unseen } as const] : []),
  ];
}

/** Each once, in the order in which candidates have them. */
function unknownCoefficients(accounts: readonly Account[]): readonly UnitOf[] {
  const found = accounts.flatMap(({ speciality, judgement }) =>
    judgement.missing.filter(({ what }) => what === 'coefficient').map(({ id }) => ({ speciality, unit: id })),
  );
  return [...new Map(found.map((one) => [`${one.speciality} ${one.unit}`, one])).values()];
}

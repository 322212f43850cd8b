import { parisDay } from '../../../platform/time.ts';

/** So many lines of the same words by the same person, on one day and one after the other, are one line. */
const MANY = 3;

type Line = { readonly at: Temporal.Instant; readonly what: string; readonly who: string };

/** The lines as they are read, the latest first: most are alone, like ones that follow each other stand together. */
export function alikeTogether<Entry extends Line>(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && isAlike(run[0], entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run) => (run.length < MANY ? run.map((entry) => [entry]) : [run]));
}

function isAlike(one: Line, other: Line): boolean {
  return one.what === other.what && one.who === other.who && parisDay(one.at).equals(parisDay(other.at));
}

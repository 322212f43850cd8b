import { type HeldTime, meets } from '../../places/index.ts';

/** A test of a session's calendar. */
export type Test = { readonly session: string; readonly speciality: string; readonly unit: string };

/** What one person sits in one session. */
export type Entry = { readonly session: string; readonly speciality: string; readonly units: readonly string[] };

/** When each test may be sat. */
export type Hours = (test: Test) => readonly HeldTime[];

/** Two tests that so many people can't both sit, since every hour of the one meets every hour of the other. */
export type Clash = { readonly tests: readonly [Test, Test]; readonly persons: number };

/** Of people who sit in several sessions, what meets; those of most people first. Within one session the calendar itself refuses it. */
export function clashesOf(persons: readonly (readonly Entry[])[], hours: Hours): readonly Clash[] {
  const found = new Map<string, { readonly tests: readonly [Test, Test]; persons: number }>();
  for (const entries of persons) {
    const tests = entries.flatMap(({ units, ...of }) => units.map((unit): Test => ({ ...of, unit })));
    for (const [index, one] of tests.entries())
      for (const other of tests.slice(index + 1)) {
        if (one.session === other.session || !canNotBothBeSat(hours(one), hours(other))) continue;
        const [first, second] = [one, other].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
        if (first === undefined || second === undefined) continue;
        const key = `${keyOf(first)} ${keyOf(second)}`;
        const known = found.get(key);
        if (known === undefined) found.set(key, { tests: [first, second], persons: 1 });
        else known.persons += 1;
      }
  }
  return [...found.entries()]
    .toSorted(([a, one], [b, other]) => other.persons - one.persons || (a < b ? -1 : 1))
    .map(([, clash]) => clash);
}

function keyOf({ session, speciality, unit }: Test): string {
  return [session, speciality, unit].join('/');
}

/** Before a board each has a turn: the rest of its hours is free. */
function canNotBothBeSat(one: readonly HeldTime[], other: readonly HeldTime[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  return one.every((mine) =>
    other.every((theirs) => mine.held !== 'oral' && theirs.held !== 'oral' && meets(mine, theirs)),
  );
}

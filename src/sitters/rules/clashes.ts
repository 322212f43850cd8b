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
  const found = persons.flatMap((entries) => {
    const tests = entries.flatMap(({ units, ...of }) => units.map((unit): Test => ({ ...of, unit }))).toSorted(inOrder);
    return tests.flatMap((one, index) =>
      tests
        .slice(index + 1)
        .filter((other) => one.session !== other.session && canNotBothBeSat(hours(one), hours(other)))
        .map((other): Clash['tests'] => [one, other]),
    );
  });
  return [...Map.groupBy(found, (tests) => tests.map(keyOf).join(' ')).values()]
    .flatMap(([tests, ...same]) => (tests === undefined ? [] : [{ tests, persons: 1 + same.length }]))
    .toSorted((a, b) => b.persons - a.persons || inOrder(a.tests[0], b.tests[0]) || inOrder(a.tests[1], b.tests[1]));
}

function inOrder(one: Test, other: Test): number {
  return keyOf(one).localeCompare(keyOf(other));
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

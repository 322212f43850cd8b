import { expect, it } from 'vitest';
import type { HeldTime } from '../../places/index.ts';
import { clashesOf, type Test } from './clashes.ts';

const at = (hour: string, changes: Partial<HeldTime> = {}): HeldTime => ({
  startsAt: Temporal.Instant.from(`2024-06-03T${hour}:00Z`),
  minutes: 120,
  uncounted: 0,
  held: 'written',
  until: null,
  preparation: 0,
  rest: 0,
  ...changes,
});
const BP = { session: 'bp', speciality: 'coiffure', units: ['U10', 'U20'] };
const CAP = { session: 'cap', speciality: 'boulanger', units: ['EP1'] };
const clashes = (hours: Readonly<Record<string, readonly HeldTime[]>>, persons = [[BP, CAP]]) =>
  clashesOf(persons, ({ unit }: Test) => hours[unit] ?? []).map(({ tests, persons: many }) => [
    tests.map(({ session, unit }) => `${session} ${unit}`).join(', '),
    many,
  ]);

it('One person sits two exams: tests of which every hour meets are said, with how many they are', () => {
  expect(clashes({ U10: [at('08:00')], EP1: [at('09:59')] })).toEqual([['bp U10, cap EP1', 1]]);
  expect(clashes({ U10: [at('08:00')], EP1: [at('10:00')] })).toEqual([]);
  expect(clashes({ U10: [at('08:00')], EP1: [at('08:00'), at('13:00')] })).toEqual([]);
  expect(clashes({ U10: [at('08:00')] })).toEqual([]);
  expect(clashes({ U10: [at('08:00')], EP1: [at('08:00')] }, [[BP, CAP], [CAP, BP], [BP]])).toEqual([
    ['bp U10, cap EP1', 2],
  ]);
});

it('Before a board one has a turn, and the workshop is taken while it is made ready', () => {
  const board = at('08:00', { held: 'oral', until: Temporal.Instant.from('2024-06-03T12:00:00Z'), minutes: 10 });
  expect(clashes({ U10: [board], EP1: [at('09:00')] })).toEqual([]);
  expect(clashes({ U10: [at('08:00')], EP1: [{ ...board, startsAt: at('07:00').startsAt }] })).toEqual([]);
  expect(clashes({ U10: [at('08:00'), board], EP1: [at('09:00')] })).toEqual([]);
  expect(clashes({ U10: [at('08:00', { held: 'practical', rest: 30 })], EP1: [at('10:29')] })).toEqual([
    ['bp U10, cap EP1', 1],
  ]);
});

it('What is at the same hour in one session isn’t said here, and most people come first', () => {
  expect(clashes({ U10: [at('08:00')], U20: [at('08:00')] })).toEqual([]);
  const other = { ...CAP, units: ['EP1', 'EP2'] };
  const hours = { U10: [at('08:00')], EP1: [at('08:00')], U20: [at('14:00')], EP2: [at('14:00')] };
  expect(
    clashes(hours, [
      [BP, other],
      [{ ...BP, units: ['U20'] }, other],
    ]),
  ).toEqual([
    ['bp U20, cap EP2', 2],
    ['bp U10, cap EP1', 1],
  ]);
});

it('of as many people, they come by session, speciality and unit', () => {
  const other = { ...CAP, units: ['EP2', 'EP1'] };
  const hours = { U10: [at('08:00')], EP1: [at('08:00')], U20: [at('08:00')], EP2: [at('08:00')] };
  expect(clashes(hours, [[other, BP]])).toEqual([
    ['bp U10, cap EP1', 1],
    ['bp U10, cap EP2', 1],
    ['bp U20, cap EP1', 1],
    ['bp U20, cap EP2', 1],
  ]);
});

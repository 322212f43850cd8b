import { expect, it } from 'vitest';
import { faultsOfPerson, type PersonSeat } from './personFaults.ts';

const at = (unit: string, start: number, end: number, changes: Partial<PersonSeat> = {}): PersonSeat => ({
  unit,
  start,
  end,
  centre: 'A',
  day: '2024-06-03',
  position: null,
  elsewhere: false,
  ...changes,
});
const check = (seats: readonly PersonSeat[], breakMinutes: number | null = null) =>
  faultsOfPerson(seats, breakMinutes).map(({ fault, unit }) => `${fault} ${unit}`);

it('Nobody is at two places at once; the second test is named, whatever the order', () => {
  expect(check([at('U1', 0, 60), at('U2', 60, 120)])).toEqual([]);
  expect(check([at('U1', 0, 61), at('U2', 60, 120)])).toEqual(['twice-at-once U2']);
  expect(check([at('U2', 60, 120), at('U1', 0, 61)])).toEqual(['twice-at-once U2']);
  expect(check([at('U2', 0, 60), at('U1', 0, 60)])).toEqual(['twice-at-once U2']);
  expect(check([at('U1', 0, 300), at('U2', 60, 120), at('U3', 150, 200)])).toEqual([
    'twice-at-once U2',
    'twice-at-once U3',
  ]);
});

it('Two centres on one day are said, on two days not', () => {
  expect(check([at('U1', 0, 60), at('U2', 90, 120, { centre: 'B' })])).toEqual(['two-centres U2']);
  expect(check([at('U1', 0, 60), at('U2', 89, 120, { centre: 'B' })])).toEqual(['too-far U2', 'two-centres U2']);
  expect(check([at('U1', 0, 60), at('U2', 90, 120, { centre: 'B', day: '2024-06-04' })])).toEqual([]);
});

it('A break is looked at where the rules of the exam say how long', () => {
  const seats = [at('U1', 0, 60), at('U2', 100, 160)];
  expect(check(seats)).toEqual([]);
  expect(check(seats, 40)).toEqual([]);
  expect(check(seats, 41)).toEqual(['no-break U2']);
  expect(check([at('U1', 0, 60), at('U2', 50, 160)], 41)).toEqual(['twice-at-once U2']);
  expect(check([at('U1', 0, 60), at('U2', 70, 160, { day: '2024-06-04' })], 41)).toEqual([]);
  expect(check([at('U1', 0, 90), at('U2', 10, 20), at('U3', 100, 160)], 41)).toEqual([
    'twice-at-once U2',
    'no-break U3',
  ]);
});

it('The test of another session is a place to be, whichever comes first; it is said on the unit of this one', () => {
  const abroad = (start: number, end: number, changes: Partial<PersonSeat> = {}) =>
    at('X', start, end, { elsewhere: true, ...changes });
  expect(check([at('U1', 0, 60), abroad(60, 120)])).toEqual([]);
  expect(check([at('U1', 0, 61), abroad(60, 120)])).toEqual(['elsewhere-at-once U1']);
  expect(check([at('U1', 60, 120), abroad(0, 61)])).toEqual(['elsewhere-at-once U1']);
  expect(check([abroad(0, 61), abroad(30, 90)])).toEqual([]);
  expect(check([at('U1', 0, 60), abroad(89, 120, { centre: 'B' })])).toEqual(['too-far U1', 'two-centres U1']);
  expect(check([at('U1', 100, 160), abroad(0, 70, { centre: 'B' })])).toEqual(['two-centres U1']);
  expect(check([at('U1', 100, 160), abroad(0, 70)], 31)).toEqual(['no-break U1']);
});

it('The way between two centres takes so long as they are far', () => {
  const [here, far] = [
    { latitude: 45.78, longitude: 3.08 },
    { latitude: 45.04, longitude: 3.88 },
  ];
  const day = (gap: number) => [
    at('U1', 0, 60, { position: here }),
    at('U2', 60 + gap, 300, { centre: 'B', position: far }),
  ];
  // About 103 kilometres as the crow flies.
  expect(check(day(190))).toEqual(['too-far U2', 'two-centres U2']);
  expect(check(day(195))).toEqual(['two-centres U2']);
});

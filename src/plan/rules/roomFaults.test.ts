import { expect, it } from 'vitest';
import { type Booking, faultsInRoom } from './roomFaults.ts';

const some = (changes: Partial<Booking> = {}): Booking => ({
  sitting: 's',
  start: 100,
  end: 200,
  alone: false,
  longer: false,
  count: 1,
  most: null,
  together: true,
  ...changes,
});
const check = (bookings: readonly Booking[], capacity = 10, kept: Parameters<typeof faultsInRoom>[1]['kept'] = []) =>
  faultsInRoom(bookings, { capacity, kept }).map(({ fault, start }) => `${fault} ${start}`);

it('A room in which all begin together, and fit, has no fault', () => {
  expect(check([])).toEqual([]);
  expect(check([some({ count: 10 }), some({ start: 200, end: 300, count: 10 })])).toEqual([]);
  expect(check([some({ count: 5 }), some({ sitting: 't', end: 160, count: 5 })])).toEqual([]);
});

it('Too many at one moment are said, whatever they sit', () => {
  expect(check([some({ count: 11 })])).toEqual(['over-capacity 100']);
  expect(check([some({ count: 6 }), some({ sitting: 't', count: 5 })])).toEqual(['over-capacity 100']);
  // Those who begin later find the others still there; those who have left don't count.
  expect(check([some({ count: 6 }), some({ start: 150, end: 250, count: 5 })])).toEqual([
    'over-capacity 150',
    'two-beginnings 150',
  ]);
  expect(check([some({ count: 6 }), some({ start: 200, end: 250, count: 5 })])).toEqual([]);
  expect(check([some({ start: 150, end: 250, count: 6 }), some({ count: 4 })])).toEqual(['two-beginnings 150']);
});

it('Nobody comes while others write, and whoever is alone is alone', () => {
  expect(check([some(), some({ start: 199, end: 300 })])).toEqual(['two-beginnings 199']);
  expect(check([some({ alone: true, count: 2 })])).toEqual(['not-alone 100']);
  expect(check([some({ alone: true }), some({ sitting: 't' })])).toEqual(['not-alone 100']);
  expect(check([some({ sitting: 't' }), some({ alone: true })])).toEqual(['not-alone 100']);
  expect(check([some({ alone: true }), some({ start: 200, end: 300 })])).toEqual([]);
  expect(check([some({ alone: true })])).toEqual([]);
});

it('Whoever has more time leaves with the others of their room, or first', () => {
  expect(check([some({ longer: true, end: 250 }), some()])).toEqual(['leaves-after 100']);
  expect(check([some({ longer: true, end: 250 }), some({ longer: true, sitting: 't', end: 240 })])).toEqual([
    'leaves-after 100',
  ]);
  expect(check([some({ longer: true, end: 250 }), some({ longer: true, sitting: 't', end: 250 })])).toEqual([]);
  expect(check([some({ longer: true, end: 150 }), some()])).toEqual([]);
  expect(check([some(), some({ end: 250 })])).toEqual([]);
});

it('A room that is kept for one sitting is used by no other then', () => {
  const kept = [{ sitting: 'k', start: 150, end: 260, elsewhere: false }];
  expect(check([some()], 10, kept)).toEqual(['kept-for-another 100']);
  expect(check([some({ sitting: 'k' })], 10, kept)).toEqual([]);
  expect(check([some({ end: 150 })], 10, kept)).toEqual([]);
  expect(check([some({ start: 260, end: 300 })], 10, kept)).toEqual([]);
});

it('A board hears one at a time, and a workshop has so many posts; nobody has to leave with the others there', () => {
  const turn = (start: number, end: number) => some({ start, end, most: 1, together: false });
  expect(check([turn(100, 110), turn(110, 120), turn(125, 139)])).toEqual([]);
  expect(check([turn(100, 110), turn(109, 120)])).toEqual(['over-capacity 109', 'two-beginnings 109']);
  const wave = (count: number, end = 200) => some({ count, end, longer: end > 200, most: 6, together: false });
  expect(check([wave(4), wave(2, 233)])).toEqual([]);
  expect(check([wave(4), wave(3, 233)])).toEqual(['over-capacity 100']);
});

it('A room that another session has at some time is used by nobody of this one then', () => {
  const kept = [{ sitting: 'other', start: 150, end: 260, elsewhere: true }];
  expect(check([some()], 10, kept)).toEqual(['used-elsewhere 100']);
  expect(check([some({ end: 150 }), some({ start: 260, end: 300 })], 10, kept)).toEqual([]);
});

it('Faults are in the order of hours, each once', () => {
  const many = [some({ start: 300, end: 400, count: 11 }), some({ count: 11 }), some({ count: 11, sitting: 't' })];
  expect(check(many)).toEqual(['over-capacity 100', 'over-capacity 300']);
  expect(check([some({ count: 11 }), some({ start: 120, end: 180, alone: true })])).toEqual([
    'over-capacity 100',
    'not-alone 120',
    'over-capacity 120',
    'two-beginnings 120',
  ]);
});

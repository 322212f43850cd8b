import { expect, it } from 'vitest';
import { type CheckedRows, type PlanWrong, wrongIn } from './planChecker.ts';

const DAY = 1_440;
const entry = (id: string, changes: object = {}) => ({
  id,
  who: id,
  session: 'bp',
  speciality: 'P',
  units: ['W', 'O', 'T', 'D', 'D-P2'],
  percent: 0,
  alone: false,
  accessible: false,
  ...changes,
});
const seat = (of: string, unit: string, room: string, start: number, end: number, call: number | null = null) => ({
  entry: of,
  unit,
  sitting: unit,
  room,
  start,
  end,
  call,
});
const test = (id: string, start: number, minutes: number, changes: object = {}) => ({
  id,
  session: 'bp',
  speciality: 'P',
  unit: id,
  start,
  minutes,
  uncounted: 0,
  kind: '',
  room: null,
  form: { is: 'hall' } as const,
  ...changes,
});
const room = (id: string, centre: string, changes: object = {}) => ({
  id,
  centre,
  capacity: 4,
  stations: null,
  accessible: true,
  kinds: [],
  ...changes,
});

/** A plan in which nothing is wrong: a written test, an oral, a practical, a test of another session. */
const RIGHT: CheckedRows = {
  centres: [
    { id: 'A', at: [45.78, 3.08] },
    { id: 'B', at: [45.04, 3.88] },
  ],
  rooms: [
    room('A1', 'A'),
    room('A2', 'A'),
    room('A3', 'A', { kinds: ['salon'], stations: 2 }),
    room('A4', 'A', { accessible: false }),
    room('B1', 'B'),
  ],
  sittings: [
    test('W', 480, 120),
    test('O', 810, 10, {
      form: { is: 'turns', until: 1_035, preparation: 10, pause: 5, preparationExtends: false },
    }),
    test('T', DAY + 500, 150, { kind: 'salon', form: { is: 'stations', before: 20, after: 20 } }),
    // Of two days at one post, with a pause of which nobody has more.
    test('D', 3 * DAY + 480, 270, { uncounted: 30, form: { is: 'stations', before: 0, after: 0 } }),
    test('D-P2', 4 * DAY + 480, 510, { uncounted: 30, form: { is: 'stations', before: 0, after: 0 } }),
    test('C', 2 * DAY + 480, 120, { session: 'cap', speciality: 'Q' }),
  ],
  entries: [
    entry('1'),
    entry('2', { accessible: true }),
    entry('3', { percent: 50 }),
    entry('4', { alone: true }),
    entry('c1', { who: '1', session: 'cap', speciality: 'Q', units: ['C'] }),
  ],
  seats: [
    seat('1', 'W', 'A1', 480, 600),
    seat('2', 'W', 'A1', 480, 600),
    seat('3', 'W', 'A2', 480, 660),
    seat('4', 'W', 'A4', 480, 600),
    seat('1', 'O', 'A1', 820, 830, 810),
    seat('2', 'O', 'A1', 835, 845, 825),
    seat('3', 'O', 'A1', 850, 865, 840),
    seat('1', 'T', 'A3', DAY + 500, DAY + 650),
    seat('3', 'T', 'A3', DAY + 500, DAY + 725),
    seat('2', 'D', 'A1', 3 * DAY + 480, 3 * DAY + 750),
    seat('2', 'D-P2', 'A1', 4 * DAY + 480, 4 * DAY + 990),
    seat('3', 'D', 'A1', 3 * DAY + 480, 3 * DAY + 870),
    seat('3', 'D-P2', 'A1', 4 * DAY + 480, 4 * DAY + 1_230),
    seat('c1', 'C', 'B1', 2 * DAY + 480, 2 * DAY + 600),
  ],
};
type Seat = CheckedRows['seats'][number];
const changed = (entryId: string, unit: string, changes: Partial<Seat>): CheckedRows => ({
  ...RIGHT,
  seats: RIGHT.seats.map((one) => (one.entry === entryId && one.unit === unit ? { ...one, ...changes } : one)),
});
const withSeat = (...more: readonly Seat[]): CheckedRows => ({ ...RIGHT, seats: [...RIGHT.seats, ...more] });
const entered = (id: string, changes: object): CheckedRows => ({
  ...RIGHT,
  entries: RIGHT.entries.map((one) => (one.id === id ? { ...one, ...changes } : one)),
});
const roomed = (id: string, changes: object): CheckedRows => ({
  ...RIGHT,
  rooms: RIGHT.rooms.map((one) => (one.id === id ? { ...one, ...changes } : one)),
});
const timed = (id: string, changes: object): CheckedRows => ({
  ...RIGHT,
  sittings: RIGHT.sittings.map((one) => (one.id === id ? { ...one, ...changes } : one)),
});
/** Two academies, one of which lends a room until a minute; all candidates are of the first. */
const lent = (id: string, academy: string, borrower: string, to: number): CheckedRows => ({
  ...RIGHT,
  rooms: RIGHT.rooms.map((one) => ({ ...one, academy: one.id === id ? academy : 'clermont' })),
  entries: RIGHT.entries.map((one) => ({ ...one, academy: 'clermont' })),
  loans: [{ room: id, borrower, from: 0, to }],
});
const early = { ...changed('c1', 'C', { start: 660, end: 780 }) };

const PLANTED: readonly (readonly [string, PlanWrong, CheckedRows])[] = [
  ['a room that is gone', 'of-nothing', changed('1', 'W', { room: 'A9' })],
  ['a unit that is not theirs', 'not-theirs', entered('1', { units: ['O', 'T'] })],
  ['a unit sat twice', 'sat-twice', withSeat(seat('1', 'W', 'A2', 480, 600))],
  ['another hour than the calendar’s', 'wrong-hour', changed('1', 'W', { start: 485, end: 605 })],
  ['more time that was forgotten', 'wrong-length', changed('3', 'W', { end: 600 })],
  ['more time in a turn that was forgotten', 'wrong-length', changed('3', 'O', { end: 860 })],
  ['no time to prepare', 'wrong-preparation', changed('2', 'O', { call: null })],
  [
    'a turn after the board has gone',
    'outside-the-board',
    changed('3', 'O', { start: 1_030, end: 1_045, call: 1_020 }),
  ],
  ['a room that is not fitted', 'wrong-room', roomed('A3', { kinds: [] })],
  ['another room than the one that is kept', 'wrong-room', timed('W', { room: 'A2' })],
  ['a room kept for another test', 'wrong-room', timed('C', { room: 'A1', start: 500 })],
  ['stairs', 'not-accessible', roomed('A1', { accessible: false })],
  ['a hall that became smaller', 'too-many', roomed('A1', { capacity: 1 })],
  ['more people than posts', 'too-many', roomed('A3', { stations: 1 })],
  ['company for somebody who is alone', 'not-alone', changed('4', 'W', { room: 'A1' })],
  ['two beginnings in one hall', 'two-beginnings', changed('2', 'W', { start: 500, end: 620 })],
  ['whoever has more time left behind', 'leaves-after', changed('3', 'W', { room: 'A1' })],
  ['a written test in the room of a board', 'board-not-alone', changed('1', 'W', { start: 900, end: 1_020 })],
  ['two turns at once', 'turns-overlap', changed('2', 'O', { start: 830, end: 840, call: 820 })],
  ['two sessions in one room', 'two-sessions', changed('c1', 'C', { room: 'A2', start: 480, end: 600 })],
  ['two exams at once', 'twice-at-once', changed('c1', 'C', { start: 590, end: 710 })],
  ['two tests of one exam at once', 'twice-at-once', changed('1', 'O', { start: 590, end: 600, call: 580 })],
  ['more time for a pause', 'wrong-length', changed('3', 'D', { end: 3 * DAY + 885 })],
  ['another post on the second day', 'phases-apart', changed('2', 'D-P2', { room: 'A2' })],
  ['a second day whose first is another’s', 'phases-apart', changed('2', 'D', { entry: '4' })],
  ['a second day before the first', 'phases-apart', changed('2', 'D', { start: 5 * DAY, end: 5 * DAY + 270 })],
  ['no time to go from one centre to another', 'no-time-to-travel', early],
  ['a room of another academy, which lends it to nobody', 'not-lent', roomed('B1', { academy: 'lyon' })],
  ['a loan that is over before the test is', 'not-lent', lent('B1', 'lyon', 'clermont', 2 * DAY + 590)],
  ['a room that another academy has', 'lent-away', lent('A1', 'clermont', 'lyon', DAY)],
];

it('A plan in which nothing is wrong has no fault', () => {
  expect(wrongIn(RIGHT)).toEqual([]);
  expect(wrongIn(lent('B1', 'lyon', 'clermont', 3 * DAY))).toEqual([]);
});

it.each(PLANTED)('%s: it is found', (_what, wrong, rows) => {
  expect(wrongIn(rows).map((one) => one.wrong)).toContain(wrong);
});

import { expect, it } from 'vitest';
import { wrongIn } from '../../testing/planChecker.ts';
import { place } from './place.ts';
import { HALL, type PersonToPlace, type PlacingSitting, type Problem, type Seat, type SittingForm } from './problem.ts';
import { NOWHERE } from './testing/academy.ts';
import { checkedRows } from './testing/checked.ts';

/** Five plans of an exam as somebody would make them by hand: half-days of four hours, from 8:00 and from 13:30. */
const MORNING = 480;
const AFTERNOON = 810;
const DAY = 1_440;

/** A board rests a quarter of an hour at the end of its half-day. */
const board = (start: number, preparation: number, pause: number): SittingForm => ({
  is: 'turns',
  until: start + 225,
  preparation,
  pause,
  preparationExtends: false,
});
const sitting = (unit: string, start: number, minutes: number, form: SittingForm): PlacingSitting => ({
  id: `${unit} ${start}`,
  speciality: 'P',
  unit,
  after: null,
  start,
  minutes,
  uncounted: 0,
  form,
  kind: '',
  roomId: null,
});
const people = (count: number, unit: string, thirds = 0): readonly PersonToPlace[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index).padStart(2, '0'),
    speciality: 'P',
    units: [unit],
    home: null,
    percent: index < thirds ? 33 : 0,
    alone: false,
    accessible: false,
    stays: null,
    had: null,
  }));
const asked = (
  rooms: number,
  sittings: readonly PlacingSitting[],
  persons: readonly PersonToPlace[],
  stations: number | null = null,
): Problem => ({
  centres: [
    {
      id: 'A',
      position: null,
      rooms: Array.from({ length: rooms }, (_, index) => ({
        id: `A${index}`,
        capacity: 30,
        accessible: false,
        kinds: [],
        stations,
      })),
    },
  ],
  sittings,
  persons,
  kept: [],
  before: [],
  elsewhere: NOWHERE,
});
const placed = async (problem: Problem): Promise<readonly Seat[]> => {
  const { seats, unseated } = await place(problem);
  expect(wrongIn(checkedRows(problem, seats))).toEqual([]);
  expect(unseated).toEqual([]);
  return seats;
};
/** Persons of each room at each sitting, the most first. */
const shares = (seats: readonly Seat[]): readonly number[] =>
  [...Map.groupBy(seats, ({ room, sitting: id }) => `${room}/${id}`).values()]
    .map(({ length }) => length)
    .toSorted((a, b) => b - a);
const hour = (minutes: number): string =>
  `${Math.floor((minutes % DAY) / 60)}:${String(minutes % 60).padStart(2, '0')}`;

it('Coiffure U41, 24 people: one board has 15 of them and 9 after lunch; two boards have 12 each, until 11:15', async () => {
  const half = (start: number) => sitting('U41', start, 10, board(start, 0, 5));
  const one = await placed(asked(1, [half(MORNING), half(AFTERNOON)], people(24, 'U41')));
  expect(shares(one)).toEqual([15, 9]);
  expect(hour(Math.min(...one.map(({ start }) => start)))).toBe('8:00');
  const two = await placed(asked(2, [half(MORNING)], people(24, 'U41')));
  expect(shares(two)).toEqual([12, 12]);
  const rest = 5 + 15;
  expect(hour(Math.max(...two.map(({ end }) => end)) + rest)).toBe('11:15');
});

it('Coiffure U41: somebody with a third of time more has 14 minutes among the others, and the board ends at 11:19', async () => {
  const seats = await placed(asked(2, [sitting('U41', MORNING, 10, board(MORNING, 0, 5))], people(24, 'U41', 1)));
  const [third] = seats.filter(({ person }) => person === '00');
  expect((third?.end ?? 0) - (third?.start ?? 0)).toBe(14);
  const theirs = seats.filter(({ room }) => room === third?.room);
  expect(theirs).toHaveLength(12);
  expect(hour(Math.max(...theirs.map(({ end }) => end)) + 5 + 15)).toBe('11:19');
});

it('Boulanger E6, 18 people who prepare twenty minutes: 13 and 5 before one board, or 9 before each of two, until 10:50', async () => {
  const half = (start: number) => sitting('E6', start, 10, board(start, 20, 5));
  const one = await placed(asked(1, [half(MORNING), half(AFTERNOON)], people(18, 'E6')));
  expect(shares(one)).toEqual([13, 5]);
  const two = await placed(asked(2, [half(MORNING)], people(18, 'E6')));
  expect(shares(two)).toEqual([9, 9]);
  const calls = two.map(({ call }) => call ?? 0);
  expect(hour(Math.min(...calls))).toBe('8:00');
  expect(hour(Math.max(...two.map(({ end }) => end)) + 5 + 15)).toBe('10:50');
  // Two preparation tables for each board.
  const atOnce = calls.map(
    (call) => two.filter((seat) => seat.room === two[0]?.room && (seat.call ?? 0) <= call && call < seat.start).length,
  );
  expect(Math.max(...atOnce)).toBe(2);
});

it('Coiffure E1, 30 people at 12 posts: three waves of 10; somebody with a third more ends with the half-day', async () => {
  const wave = (start: number): PlacingSitting => ({
    ...sitting('E1', start + 20, 150, { is: 'stations', before: 20, after: 20 }),
    roomId: 'A0',
  });
  const waves = [wave(MORNING), wave(AFTERNOON), wave(DAY + MORNING)];
  const seats = await placed(asked(1, waves, people(30, 'E1', 1), 12));
  expect(shares(seats)).toEqual([10, 10, 10]);
  const [third] = seats.filter(({ person }) => person === '00');
  expect(hour((third?.end ?? 0) + 20)).toBe('12:00');
});

it('Cuisine E3, 8 people at a time: two boards hear four each, and end after 175 minutes with their rest', async () => {
  const seats = await placed(asked(2, [sitting('E3', MORNING, 30, board(MORNING, 0, 10))], people(8, 'E3')));
  expect(shares(seats)).toEqual([4, 4]);
  expect(Math.max(...seats.map(({ end }) => end)) + 10 + 15 - MORNING).toBe(175);
});

it('An oral is called around the written test of the same morning, in a room that nobody else uses', async () => {
  const oral = sitting('U2', MORNING, 10, board(MORNING, 10, 5));
  const written = sitting('U1', MORNING, 60, HALL);
  const persons = people(6, 'U1').map((one) => ({ ...one, units: ['U1', 'U2'] }));
  const seats = await placed(asked(2, [oral, written], persons));
  const orals = seats.filter(({ unit }) => unit === 'U2');
  expect(Math.min(...orals.map(({ call }) => call ?? 0))).toBe(MORNING + 60);
  expect(new Set(orals.map(({ room }) => room)).size).toBe(1);
});

it('More time to prepare is a setting of the test', async () => {
  const form = { ...board(MORNING, 20, 5), preparationExtends: true } as SittingForm;
  const [seat] = await placed(asked(1, [sitting('E6', MORNING, 10, form)], people(1, 'E6', 1)));
  expect([seat?.call, seat?.start, seat?.end].map((minutes) => hour(minutes ?? 0))).toEqual(['8:00', '8:27', '8:41']);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minutesFor } from '../rules/effects.ts';
import { place } from './place.ts';
import { kilometres, type PersonToPlace, type Plan, type Problem } from './problem.ts';
import { anAcademy, draws } from './testing.ts';

const home = { latitude: 45.78, longitude: 3.08 };
const far = { latitude: 45.04, longitude: 3.88 };
const room = (id: string, capacity: number, changes: object = {}) => ({
  id,
  capacity,
  accessible: false,
  kinds: [],
  ...changes,
});
const sitting = (id: string, start: number, changes: object = {}) => ({
  id,
  speciality: 'P',
  unit: id,
  start,
  minutes: 120,
  kind: '',
  roomId: null,
  ...changes,
});
const person = (id: string, units: readonly string[], changes: Partial<PersonToPlace> = {}): PersonToPlace => ({
  id,
  speciality: 'P',
  units,
  home,
  percent: 0,
  alone: false,
  accessible: false,
  stays: null,
  ...changes,
});
const problem = (changes: Partial<Problem>): Problem => ({
  centres: [],
  sittings: [],
  persons: [],
  kept: [],
  seconds: 10,
  ...changes,
});

/** What a plan may never do, whatever was asked. */
function check({ centres, sittings, persons }: Problem, { seats, unseated, placed }: Plan): void {
  const rooms = new Map(
    centres.flatMap((centre) => centre.rooms.map((one) => [one.id, { ...one, centre: centre.id }])),
  );
  const byId = new Map(sittings.map((one) => [one.id, one]));
  const people = new Map(persons.map((one) => [one.id, one]));
  const at = new Map(placed.map(({ person: id, centre }) => [id, centre]));
  for (const seat of seats) {
    const [who, where, what] = [people.get(seat.person), rooms.get(seat.room), byId.get(seat.sitting)];
    if (who === undefined || where === undefined || what === undefined) throw new Error('A seat of nothing');
    expect(who.units).toContain(seat.unit);
    expect([what.speciality, what.unit, what.start]).toEqual([who.speciality, seat.unit, seat.start]);
    expect(seat.end).toBe(what.start + minutesFor(what.minutes, who.percent));
    expect(where.centre).toBe(at.get(seat.person));
    expect(what.roomId === null || what.roomId === seat.room).toBe(true);
    expect(what.kind === '' || where.kinds.includes(what.kind)).toBe(true);
    expect(!who.accessible || where.accessible).toBe(true);
    const others = seats.filter((one) => one.start < seat.end && seat.start < one.end);
    const inRoom = others.filter((one) => one.room === seat.room);
    expect(inRoom.length).toBeLessThanOrEqual(where.capacity);
    if (who.alone) expect(inRoom).toHaveLength(1);
    // Whoever has more time sits with such people alone, and all of a room begin together.
    for (const one of inRoom) {
      expect(one.start).toBe(seat.start);
      expect((people.get(one.person)?.percent ?? 0) > 0).toBe(who.percent > 0);
      if (who.percent > 0) expect(one.end).toBe(seat.end);
    }
    // Nobody is at two places at once.
    expect(others.filter((one) => one.person === seat.person)).toHaveLength(1);
    for (const kept of sittings)
      if (kept.roomId === seat.room && kept.id !== seat.sitting)
        expect(kept.start < seat.end && seat.start < kept.start + kept.minutes).toBe(false);
  }
  // Each unit of each person has a seat, or a reason why not: once.
  const said = [...seats, ...unseated].map((one) => `${one.person}/${one.unit}`);
  const asked = persons.flatMap(({ id, units }) => units.map((unit) => `${id}/${unit}`));
  expect(said.toSorted()).toEqual(asked.toSorted());
}

it('Nobody is over capacity, at two places at once, among those who leave before, or at what they do not present', async () => {
  const sizes = fc.record({
    persons: fc.integer({ min: 1, max: 60 }),
    specialities: fc.integer({ min: 1, max: 4 }),
    centres: fc.integer({ min: 1, max: 4 }),
    roomsEach: fc.integer({ min: 1, max: 4 }),
    sittings: fc.integer({ min: 2, max: 16 }),
    seatsEach: fc.integer({ min: 1, max: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 1_000 }), async (size, seed) => {
      const drawn = anAcademy({ ...size, seconds: 5 }, seed);
      const draw = draws(seed);
      const some = drawn.centres.flatMap(({ rooms }) => rooms);
      // One sitting in five keeps a room for itself.
      const sittings = drawn.sittings.map((one) => ({
        ...one,
        roomId: draw() < 0.2 ? (some[Math.floor(draw() * some.length)]?.id ?? null) : null,
      }));
      const whole = { ...drawn, sittings };
      check(whole, await place(whole));
    }),
    { numRuns: 25 },
  );
}, 600_000);

it('What was kept stays, takes its table and its hours, and the rest is placed around it at the same centre', async () => {
  const sizes = fc.record({
    persons: fc.integer({ min: 1, max: 50 }),
    specialities: fc.integer({ min: 1, max: 3 }),
    centres: fc.integer({ min: 1, max: 4 }),
    roomsEach: fc.integer({ min: 1, max: 4 }),
    sittings: fc.integer({ min: 2, max: 12 }),
    seatsEach: fc.integer({ min: 1, max: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 1_000 }), async (size, seed) => {
      const drawn = anAcademy({ ...size, seconds: 5 }, seed);
      const draw = draws(seed);
      const first = await place(drawn);
      const people = new Map(drawn.persons.map((one) => [one.id, one]));
      const kept = first.seats
        .filter(() => draw() < 0.5)
        .map((seat) => {
          const { speciality = '', alone = false, percent = 0 } = people.get(seat.person) ?? {};
          return { ...seat, speciality, alone, longer: percent > 0 };
        });
      const had = new Map(first.placed.map((one) => [one.person, one]));
      const persons = drawn.persons.flatMap((one) => {
        const mine = kept.filter((seat) => seat.person === one.id).map(({ unit }) => unit);
        const units = one.units.filter((unit) => !mine.includes(unit));
        return units.length === 0
          ? []
          : [{ ...one, units, stays: mine.length === 0 ? null : (had.get(one.id)?.centre ?? null) }];
      });
      const then = await place({ ...drawn, persons, kept });
      const rooms = new Map(drawn.centres.flatMap(({ id, rooms: some }) => some.map((one) => [one.id, id])));
      for (const seat of then.seats) {
        const { stays } = persons.find(({ id }) => id === seat.person) ?? {};
        if (stays !== null) expect(rooms.get(seat.room)).toBe(stays);
      }
      const at = new Map(then.placed.map((one) => [one.person, one]));
      for (const one of first.placed) if (kept.some(({ person: id }) => id === one.person)) at.set(one.person, one);
      check(drawn, { ...then, seats: [...kept, ...then.seats], placed: [...at.values()] });
    }),
    { numRuns: 15 },
  );
}, 600_000);

it('A group that goes to two centres is divided by the shortest ways', async () => {
  const centres = [
    { id: 'A', position: home, rooms: [room('A1', 1)] },
    { id: 'B', position: far, rooms: [room('B1', 1)] },
  ];
  const near = { latitude: home.latitude + 0.02, longitude: home.longitude };
  // The first by number lives a little farther from the first centre.
  const persons = [person('1', ['U1'], { home: near }), person('2', ['U1'])];
  const plan = await place(problem({ centres, sittings: [sitting('U1', 600)], persons }));
  expect(plan.placed.map((one) => `${one.person}${one.centre}`).toSorted()).toEqual(['1B', '2A']);
});

it('Whoever has more time takes the room that the others miss least, and never leaves after anybody', async () => {
  const centres = [{ id: 'A', position: home, rooms: [room('A1', 10), room('A2', 2), room('A3', 2)] }];
  const sittings = [sitting('U1', 600), sitting('U2', 600, { minutes: 90 })];
  const persons = [
    person('1', ['U1'], { percent: 33 }),
    person('2', ['U2'], { percent: 33 }),
    ...['3', '4', '5', '6', '7', '8'].map((id) => person(id, ['U1'])),
  ];
  const { seats, unseated } = await place(problem({ centres, sittings, persons }));
  expect(unseated).toEqual([]);
  const at = new Map(seats.map((one) => [one.person, one.room]));
  expect(new Set([at.get('1'), at.get('2')])).toEqual(new Set(['A2', 'A3']));
  expect(at.get('3')).toBe('A1');
});

it('The order in which things were written changes nothing', async () => {
  const drawn = anAcademy({ persons: 80, specialities: 3, centres: 4, roomsEach: 3, sittings: 9, seatsEach: 8 }, 7);
  const plan = await place(drawn);
  const shuffled = await place({
    ...drawn,
    persons: drawn.persons.toReversed(),
    centres: drawn.centres.toReversed().map((centre) => ({ ...centre, rooms: centre.rooms.toReversed() })),
    sittings: drawn.sittings.toReversed(),
  });
  expect(shuffled).toEqual(plan);
}, 600_000);

it('Everybody goes to the nearest centre that has what they need, and reads why not the nearer ones', async () => {
  const centres = [
    { id: 'A', position: home, rooms: [room('A1', 10)] },
    { id: 'B', position: far, rooms: [room('B1', 10, { kinds: ['salon'], accessible: true })] },
  ];
  const plan = await place(
    problem({
      centres,
      sittings: [sitting('U1', 600), sitting('U2', 900, { kind: 'salon' })],
      persons: [person('1', ['U1', 'U2'])],
    }),
  );
  expect(plan.unseated).toEqual([]);
  const km = Math.round(kilometres(home, far));
  expect(plan.placed).toEqual([{ person: '1', centre: 'B', km, nearer: [{ centre: 'A', km: 0, why: 'not-able' }] }]);
  const wheels = await place(
    problem({ centres, sittings: [sitting('U1', 600)], persons: [person('1', ['U1'], { accessible: true })] }),
  );
  expect(wheels.seats[0]?.room).toBe('B1');
});

it('Whoever has no seat is named with the reason, and hidden by nothing', async () => {
  const centres = [{ id: 'A', position: home, rooms: [room('A1', 2)] }];
  const sittings = [
    sitting('U1', 600),
    sitting('U2', 660),
    sitting('U3', 3_000),
    sitting('U4', 5_000, { kind: 'cuisine' }),
  ];
  const persons = [
    person('1', ['U1', 'U2']),
    person('2', ['U3', 'U9']),
    person('3', ['U3', 'U4']),
    person('4', ['U3']),
    person('5', ['U3'], { accessible: true }),
  ];
  const { unseated } = await place(problem({ centres, sittings, persons }));
  const why = Object.fromEntries(unseated.map((one) => [`${one.person}/${one.unit}`, one.why]));
  expect(why['2/U9']).toBe('no-sitting');
  expect(why['3/U4']).toBe('no-room');
  expect(why['5/U3']).toBe('no-room');
  expect([why['1/U1'], why['1/U2']].filter((one) => one !== undefined)).toEqual(['twice-at-once']);
  expect([why['2/U3'], why['3/U3'], why['4/U3']].filter((one) => one !== undefined)).toEqual(['full']);
});

it('Where seats are short the plan that is kept never costs more than the fair greedy beside it', async () => {
  const short = anAcademy(
    { persons: 300, specialities: 4, centres: 6, roomsEach: 2, sittings: 12, seatsEach: 14, seconds: 30 },
    3,
  );
  const { figures } = await place(short);
  const chosen = figures.kept === 'solver' ? figures.solver : figures.greedy;
  expect(chosen?.cost).toBeLessThanOrEqual(figures.greedy.cost);
}, 600_000);

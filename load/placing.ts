import { place } from '../src/plan/placing/place.ts';
import { COSTS, type KeptSeat, type PersonToPlace, type Plan, type Problem } from '../src/plan/placing/problem.ts';
import { anAcademy, type Size } from '../src/plan/placing/testing/academy.ts';
import { nearestFit } from '../src/plan/placing/testing/nearestFit.ts';

/**
 * Who sits where, of invented academies: units without a seat, cost and seconds of a processor, beside one page of code that sends one
 * after the other to the nearest centre, and beside the least that it could cost (the solver's relaxation, where persons and boards may be
 * divided). Then how many change for small corrections: of centre, and of room or hour.
 */
const SIZES: Readonly<Record<string, Size>> = {
  'an office: 2,000, 10 centres of 4 rooms, ample seats': {
    persons: 2_000,
    specialities: 12,
    centres: 10,
    roomsEach: 4,
    sittings: 72,
    seatsEach: 60,
  },
  'an office where seats are short': {
    persons: 2_000,
    specialities: 12,
    centres: 10,
    roomsEach: 4,
    sittings: 72,
    seatsEach: 30,
  },
  'an office with written, oral and practical tests': {
    persons: 2_000,
    specialities: 12,
    centres: 10,
    roomsEach: 4,
    sittings: 132,
    seatsEach: 40,
    mixed: true,
  },
  'five times as many: 10,000, 50 centres, 200 rooms, 400 sittings': {
    persons: 10_000,
    specialities: 36,
    centres: 50,
    roomsEach: 4,
    sittings: 400,
    seatsEach: 60,
  },
  'as many, written, oral and practical': {
    persons: 10_000,
    specialities: 36,
    centres: 50,
    roomsEach: 4,
    sittings: 400,
    seatsEach: 40,
    mixed: true,
  },
};

async function measured(problem: Problem): Promise<{ readonly plan: Plan; readonly busy: number }> {
  const before = process.cpuUsage();
  const plan = await place(problem);
  const used = process.cpuUsage(before);
  return { plan, busy: (used.user + used.system) / 1_000_000 };
}

for (const [name, size] of Object.entries(SIZES)) {
  const problem = anAcademy(size);
  const { plan, busy } = await measured(problem);
  const { figures, seats, unseated } = plan;
  const kept = figures[figures.kept] ?? figures.greedy;
  const cost = kept.km + kept.boards * COSTS.board;
  const nearest = nearestFit(problem, COSTS.board);
  console.log(`${name}\n  ${busy.toFixed(1)} s of a processor; kept: ${figures.kept} (${figures.status})`);
  console.log(
    `  ${seats.length} seats; without: ${kept.without} (${[...Map.groupBy(unseated, ({ why }) => why)].map(([why, some]) => `${some.length} ${why}`).join(', ')}), the nearest one after the other: ${nearest.without}`,
  );
  console.log(
    `  ${kept.km} person-km and ${kept.boards} boards, cost ${cost}: ${(cost / nearest.cost).toFixed(3)} of the nearest's, ${figures.relaxed === null ? '?' : (cost / figures.relaxed).toFixed(3)} of the relaxation's`,
  );
  if (size.persons <= 2_000) await corrections(problem, plan);
}

/** Placed again whole, and around what stands (`missing`), after each small correction. */
async function corrections(problem: Problem, before: Plan): Promise<void> {
  const { centres, persons } = problem;
  const at = new Map(before.placed.map(({ person, centre }) => [person, centre]));
  const more = persons
    .filter((_, index) => index % 100 === 0)
    .map((one): PersonToPlace => ({ ...one, id: `${one.id}+` }));
  const largest = centres[0]?.rooms.toSorted((a, b) => b.capacity - a.capacity)[0]?.id ?? '';
  const roomed = (change: (capacity: number) => number): Problem => ({
    ...problem,
    centres: centres.map((centre) => ({
      ...centre,
      rooms: centre.rooms
        .map((room) => (room.id === largest ? { ...room, capacity: change(room.capacity) } : room))
        .filter(({ capacity }) => capacity > 0),
    })),
  });
  const changes: readonly (readonly [string, Problem])[] = [
    ['nothing', problem],
    ['1 % more people', { ...problem, persons: [...persons, ...more] }],
    ['one room closed', roomed(() => 0)],
    ['one room half as large', roomed((capacity) => Math.floor(capacity / 2))],
  ];
  const seatOf = new Map(before.seats.map((seat) => [`${seat.person}/${seat.unit}`, seat]));
  for (const [what, changed] of changes) {
    const whole = await place({
      ...changed,
      before: before.seats,
      persons: changed.persons.map((one) => ({ ...one, had: at.get(one.id) ?? null })),
    });
    const around = await place(aroundWhatStands(changed, before));
    const said = [whole, around].map(({ placed, seats, unseated }) => {
      const centre = placed.filter((one) => (at.get(one.person) ?? one.centre) !== one.centre).length;
      const other = new Set(
        seats
          .filter((seat) => {
            const had = seatOf.get(`${seat.person}/${seat.unit}`);
            return had !== undefined && (had.room !== seat.room || had.start !== seat.start);
          })
          .map(({ person }) => person),
      ).size;
      return `${centre} change centre, ${other} room or hour, ${unseated.length} without`;
    });
    console.log(`  ${what}: all again: ${said[0]}; around what stands: ${said[1]}`);
  }
}

/** Seats that still hold stay: in a room that became too small, the first ones. */
function aroundWhatStands(problem: Problem, before: Plan): Problem {
  const rooms = new Map(problem.centres.flatMap(({ rooms: some }) => some.map((room) => [room.id, room])));
  const byId = new Map(problem.persons.map((one) => [one.id, one]));
  const at = new Map(before.placed.map(({ person, centre }) => [person, centre]));
  const counts = new Map<string, number>();
  const kept = before.seats.flatMap((seat): readonly KeptSeat[] => {
    const [room, person] = [rooms.get(seat.room), byId.get(seat.person)];
    if (room === undefined || person === undefined) return [];
    const key = `${room.id}/${Math.floor(seat.start / 240)}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > room.capacity) return [];
    return [{ ...seat, speciality: person.speciality, alone: person.alone, longer: person.percent > 0 }];
  });
  const stands = Map.groupBy(kept, ({ person }) => person);
  return {
    ...problem,
    kept,
    persons: problem.persons.flatMap((one) => {
      const mine = stands.get(one.id) ?? [];
      const units = one.units.filter((unit) => !mine.some((seat) => seat.unit === unit));
      const centre = at.get(one.id) ?? null;
      return units.length === 0 ? [] : [{ ...one, units, stays: mine.length === 0 ? null : centre, had: centre }];
    }),
  };
}

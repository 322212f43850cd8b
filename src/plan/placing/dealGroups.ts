import type { Hall } from './deal.ts';
import { distance } from './groups.ts';
import { COSTS, type PersonToPlace, type Problem } from './problem.ts';
import { cohortsOf, lackingOf, needsRoom, orderOf, ROUNDS, seatAll, type Waiting } from './seating.ts';

/** Where somebody goes, by their id: the centre's place in the list. Who isn't in it has none. */
export type Places = Map<string, number>;

/** Groups that go to centres become persons who go to rooms, whoever has a seat in the hall already aside. */
export function dealGroups(
  problem: Problem,
  hall: Hall,
  people: readonly Waiting[],
  counts: ReadonlyMap<string, ReadonlyMap<number, number>>,
): Places {
  const places: Places = new Map();
  const dealt = [...Map.groupBy(people, ({ group }) => group)].flatMap(([group, some]) => {
    const to = sharesOf(problem, some, counts.get(group.key) ?? new Map());
    return some.flatMap(({ person }) => {
      const centre = to.get(person);
      return centre === undefined ? [] : [{ person, group, centre }];
    });
  });
  hall.expect(cohortsOf(problem, dealt));
  const order = orderOf(dealt);
  // The rooms that few tests can use are given for these first; whoever needs no such room takes what is left.
  for (const round of ROUNDS) for (const one of order) seatAll(problem, hall, one, round);
  for (const { person, centre } of order) if (hall.seatsOf(person).length > 0) places.set(person.id, centre);
  return places;
}

/**
 * The measure that a solver has to beat, and an honest one: one after the other, each to the nearest centre that has a seat for all their
 * units (to the one they had, if that has), else to where most of them are sat.
 */
export function dealNearest(problem: Problem, hall: Hall, people: readonly Waiting[]): Places {
  const places: Places = new Map();
  const wishes = people.map((one) => ({ ...one, ways: byWish(problem, one) }));
  const first = wishes.flatMap(({ person, group, ways: [way] }) =>
    way === undefined ? [] : [{ person, group, centre: way.index }],
  );
  hall.expect(cohortsOf(problem, first));
  const ways = new Map(wishes.map((one) => [one.person, one.ways]));
  const order = orderOf(first).toSorted((a, b) => Number(needsRoom(a.person)) - Number(needsRoom(b.person)));
  for (const { person, group } of order) {
    let most = 0;
    let best: ReturnType<Hall['leave']> = [];
    for (const { index: centre } of ways.get(person) ?? []) {
      seatAll(problem, hall, { person, group, centre });
      const seats = hall.seatsOf(person).length;
      const held = hall.leave(person);
      if (seats <= most) continue;
      [most, best] = [seats, held];
      places.set(person.id, centre);
      if (seats === group.demands.filter(({ unit }) => person.units.includes(unit)).length) break;
    }
    hall.back(person, best);
  }
  return places;
}

/**
 * Everybody where they were, as far as the rooms and the calendar still hold it; then what they lack there; whoever wasn't there, or can't be
 * any more, goes to the nearest centre.
 */
export function dealAsBefore(problem: Problem, hall: Hall, people: readonly Waiting[]): Places {
  const places: Places = new Map();
  const byId = new Map(people.map((one) => [one.person.id, one]));
  const centreOf = new Map(problem.centres.flatMap(({ rooms }, index) => rooms.map(({ id }) => [id, index])));
  for (const former of problem.before) {
    const [one, centre] = [byId.get(former.person), centreOf.get(former.room) ?? -1];
    const there = problem.centres[centre];
    if (one === undefined || there === undefined || !one.ways.some(({ index }) => index === centre)) continue;
    if ((places.get(former.person) ?? centre) !== centre) continue;
    if (lackingOf(hall, one).some(({ unit }) => unit === former.unit) && hall.seatAgain(one.person, former, there))
      places.set(former.person, centre);
  }
  const stayed = people.flatMap((one) => {
    const centre = places.get(one.person.id);
    return centre === undefined ? [] : [{ ...one, centre }];
  });
  hall.expect(cohortsOf(problem, stayed));
  for (const one of stayed) seatAll(problem, hall, one);
  const others = dealNearest(
    problem,
    hall,
    people.filter(({ person }) => !places.has(person.id)),
  );
  return new Map([...places, ...others]);
}

function byWish({ centres }: Problem, { person, ways }: Waiting): Waiting['ways'] {
  const had = ways.filter(({ index }) => centres[index]?.id === person.had);
  return [...had, ...ways.filter((way) => !had.includes(way))];
}

/** Of a group that goes to several centres, each to the nearest that has a place left for it, the shortest ways first. */
function sharesOf(
  { centres }: Problem,
  people: readonly Waiting[],
  counts: ReadonlyMap<number, number>,
): ReadonlyMap<PersonToPlace, number> {
  const left = new Map([...counts].filter(([, count]) => count > 0));
  const [only] = left.keys();
  const ways =
    left.size === 1 && only !== undefined
      ? people.map(({ person }) => ({ person, centre: only, km: 0 }))
      : people
          .flatMap(({ person }) =>
            [...left.keys()].map((centre) => {
              const { id = '', position = null } = centres[centre] ?? {};
              const moved = person.had === null || person.had === id ? 0 : COSTS.moved;
              return { person, centre, km: distance(person.home, position) + moved };
            }),
          )
          .toSorted((a, b) => a.km - b.km || a.centre - b.centre);
  const to = new Map<PersonToPlace, number>();
  for (const { person, centre } of ways) {
    const count = left.get(centre) ?? 0;
    if (count === 0 || to.has(person)) continue;
    to.set(person, centre);
    left.set(centre, count - 1);
  }
  return to;
}

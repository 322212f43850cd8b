import { minutesFor } from '../rules/effects.ts';
import { openHall, orderOf } from './deal.ts';
import type { GroupCounts } from './greedy.ts';
import { boardOf, distance, type Group } from './groups.ts';
import type { PersonToPlace, Plan, Problem } from './problem.ts';
import { type DealtPerson, demandsOf, placedOf, seatAll, TRIED, unseatedOf } from './seating.ts';

export function deal(
  problem: Problem,
  groups: readonly Group[],
  counts: GroupCounts,
  standing: ReadonlySet<string>,
): Pick<Plan, 'placed' | 'seats' | 'unseated'> {
  const without: { person: PersonToPlace; group: Group }[] = [];
  const dealt = groups.flatMap((group, index): readonly DealtPerson[] => {
    const to = sharesOf(problem, group, counts[index] ?? new Map());
    return group.persons.flatMap((person) => {
      const centre = to.get(person);
      if (centre !== undefined) return [{ person, group, centre }];
      without.push({ person, group });
      return [];
    });
  });
  const hall = openHall(problem, cohortsOf(problem, dealt));
  const open = new Set([...standing, ...dealt.map(({ group, centre }) => boardOf(group.speciality, centre))]);
  const at = new Map<string, DealtPerson>();
  const short: DealtPerson[] = [];
  // The rooms that few tests can use are given for these first; whoever needs no such room takes what is left.
  const order = orderOf(dealt);
  for (const one of order) seatAll(problem, hall, one, 'special');
  for (const one of order) {
    at.set(one.person.id, one);
    seatAll(problem, hall, one, 'plain');
    if (hall.seatsOf(one.person).length < demandsOf(one.group, one.person).length) short.push(one);
  }
  // Whoever lacks a seat tries the other centres, the nearest first, and goes where most of their units are sat.
  for (const { person, group } of [...short, ...without]) {
    const before = at.get(person.id);
    const tries = [
      ...(before === undefined ? [] : [before.centre]),
      ...group.centres.slice(0, TRIED).map(({ index }) => index),
    ];
    let best: { centre: number; lacking: number } | null = null;
    for (const centre of new Set(tries)) {
      hall.leave(person);
      const lacking = seatAll(problem, hall, { person, group, centre }).length;
      if (best === null || lacking < best.lacking) best = { centre, lacking };
      if (lacking === 0) break;
    }
    hall.leave(person);
    if (best === null || best.lacking === demandsOf(group, person).length) {
      at.delete(person.id);
      continue;
    }
    const there = { person, group, centre: best.centre };
    at.set(person.id, there);
    open.add(boardOf(group.speciality, best.centre));
    seatAll(problem, hall, there);
  }
  const unseated = groups.flatMap((group) =>
    group.persons.flatMap((person) => unseatedOf(problem, hall, group, person, at.get(person.id)?.centre ?? null)),
  );
  const placed = [...at.values()].map((one) => placedOf(problem, one, open));
  const seats = [...at.values()].flatMap(({ person }) => hall.seatsOf(person));
  return { placed, seats, unseated };
}

/** Of a group that goes to several centres, each to the nearest that has a place left for it, the shortest ways first. */
function sharesOf(
  { centres }: Problem,
  { persons }: Group,
  counts: ReadonlyMap<number, number>,
): ReadonlyMap<PersonToPlace, number> {
  const left = new Map([...counts].filter(([, count]) => count > 0));
  const [only] = left.keys();
  const ways =
    left.size === 1 && only !== undefined
      ? persons.map((person) => ({ person, centre: only, km: 0 }))
      : persons
          .flatMap((person) =>
            [...left.keys()].map((centre) => ({
              person,
              centre,
              km: distance(person.home, centres[centre]?.position ?? null),
            })),
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

/** How many sit each test until each end at each centre: so that the room that fits is chosen. */
function cohortsOf({ centres }: Problem, dealt: readonly DealtPerson[]): ReadonlyMap<string, number> {
  const cohorts = new Map<string, number>();
  for (const { person, group, centre } of dealt)
    for (const { sittings } of demandsOf(group, person))
      for (const { id, start, minutes } of sittings) {
        const key = `${centres[centre]?.id ?? ''}/${id}/${start + minutesFor(minutes, person.percent)}`;
        cohorts.set(key, (cohorts.get(key) ?? 0) + 1 / sittings.length);
      }
  return cohorts;
}

import { minutesFor } from '../rules/effects.ts';
import { type Hall, openHall, orderOf } from './deal.ts';
import { type Counts, figuresOf, greedy } from './greedy.ts';
import { boardOf, boardsOf, distance, type Group, groupsOf, limitsOf } from './groups.ts';
import type { Nearer, Person, Placed, Plan, Problem, Unseated } from './problem.ts';
import { solve } from './solve.ts';

/** How many nearer centres an explanation names. */
const EXPLAINED = 3;

/** How many centres somebody without a seat tries. */
const TRIED = 10;

/** Groups to centres, by a fair greedy and by the solver, whichever costs less; then persons to rooms, one after the other. */
export async function place(given: Problem): Promise<Plan> {
  const problem = sorted(given);
  const groups = groupsOf(problem);
  const limits = limitsOf(problem, groups);
  const standing = boardsOf(problem);
  const byGreedy = greedy(groups, limits, standing);
  const measure = figuresOf(groups, byGreedy, standing);
  const solved = await solve(groups, limits, standing, problem.seconds);
  const solver = solved.counts === null ? null : figuresOf(groups, solved.counts, standing);
  const isBetter = solver !== null && solver.cost <= measure.cost;
  const counts = isBetter && solved.counts !== null ? solved.counts : byGreedy;
  const dealt = deal(problem, groups, counts, standing);
  return {
    ...dealt,
    figures: { kept: isBetter ? 'solver' : 'greedy', solver, greedy: measure, status: solved.status },
  };
}

/** The same for one person whose centre is chosen: the room and hour of each unit there, or why not. */
export function seatAt(given: Problem): Pick<Plan, 'seats' | 'unseated'> {
  const problem = sorted(given);
  const groups = groupsOf(problem);
  return deal(
    problem,
    groups,
    groups.map(({ persons }) => new Map([[0, persons.length]])),
    boardsOf(problem),
  );
}

/** By their keys, whatever the order in which they came. */
function sorted({ persons, centres, sittings, kept, seconds }: Problem): Problem {
  const byKey = (a: { readonly id: string }, b: { readonly id: string }): number =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  return {
    persons: persons.toSorted(byKey),
    centres: centres.map((centre) => ({ ...centre, rooms: centre.rooms.toSorted(byKey) })).toSorted(byKey),
    sittings: sittings.toSorted((a, b) => a.start - b.start || byKey(a, b)),
    kept: kept.toSorted((a, b) => a.start - b.start || (a.person < b.person ? -1 : a.person > b.person ? 1 : 0)),
    seconds,
  };
}

type Dealt = { readonly person: Person; readonly group: Group; readonly centre: number };

function deal(
  problem: Problem,
  groups: readonly Group[],
  counts: Counts,
  standing: ReadonlySet<string>,
): Pick<Plan, 'placed' | 'seats' | 'unseated'> {
  const { centres } = problem;
  const without: { person: Person; group: Group }[] = [];
  const dealt = groups.flatMap((group, index): readonly Dealt[] => {
    const shares = [...(counts[index] ?? [])].toSorted(([a], [b]) => rankOf(group, a) - rankOf(group, b));
    const to = shares.flatMap(([centre, count]) => Array.from({ length: count }, () => centre));
    return group.persons.flatMap((person, order) => {
      const centre = to[order];
      if (centre !== undefined) return [{ person, group, centre }];
      without.push({ person, group });
      return [];
    });
  });
  const hall = openHall(problem, cohortsOf(dealt));
  const open = new Set([...standing, ...dealt.map(({ group, centre }) => boardOf(group.speciality, centre))]);
  const at = new Map<string, Dealt>();
  const short: Dealt[] = [];
  for (const one of orderOf(dealt)) {
    at.set(one.person.id, one);
    if (seatAll(problem, hall, one).length > 0) short.push(one);
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
    if (best === null || best.lacking === mine(group, person).length) {
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
  const placed = [...at.values()].map(({ person, group, centre }): Placed => {
    const home = person.home;
    const kmTo = (index: number): number => Math.round(distance(home, centres[index]?.position ?? null));
    const here = kmTo(centre);
    const nearer = centres
      .map((one, index) => ({ id: one.id, index, km: kmTo(index) }))
      .filter(({ index, km }) => index !== centre && km < here)
      .toSorted((a, b) => a.km - b.km || a.index - b.index)
      .slice(0, EXPLAINED)
      .map(({ id, index, km }): Nearer => {
        const able = group.centres.some((one) => one.index === index);
        return {
          centre: id,
          km,
          why: !able ? 'not-able' : open.has(boardOf(group.speciality, index)) ? 'full' : 'no-board',
        };
      });
    return {
      person: person.id,
      centre: centres[centre]?.id ?? '',
      km: home === null || centres[centre]?.position === null ? null : here,
      nearer,
    };
  });
  const seats = [...at.values()].flatMap(({ person }) => hall.seatsOf(person));
  return { placed, seats, unseated };
}

function rankOf({ centres }: Group, centre: number): number {
  return centres.findIndex(({ index }) => index === centre);
}

/** How many sit each test until each end: so that the room that fits is chosen. */
function cohortsOf(dealt: readonly Dealt[]): ReadonlyMap<string, number> {
  const cohorts = new Map<string, number>();
  for (const { person, group } of dealt)
    for (const { sittings } of mine(group, person))
      for (const { id, start, minutes } of sittings) {
        const key = `${id}/${start + minutesFor(minutes, person.percent)}`;
        cohorts.set(key, (cohorts.get(key) ?? 0) + 1 / sittings.length);
      }
  return cohorts;
}

/** The units that this person presents, of those of the group. */
function mine({ demands }: Group, { units }: Person): Group['demands'] {
  return demands.filter(({ unit }) => units.includes(unit));
}

type Lacking = readonly { readonly unit: string; readonly why: Unseated }[];

/** Seats somebody at a centre for each unit, those with fewest hours first. */
function seatAll({ centres }: Problem, hall: Hall, { person, group, centre }: Dealt): Lacking {
  const there = centres[centre];
  if (there === undefined) return [];
  const order = mine(group, person).toSorted((a, b) => a.sittings.length - b.sittings.length);
  return order.flatMap(({ unit, sittings }) => {
    const why = hall.seat(person, unit, sittings, there);
    return why === null ? [] : [{ unit, why }];
  });
}

function unseatedOf(
  { centres }: Problem,
  hall: Hall,
  group: Group,
  person: Person,
  centre: number | null,
): Plan['unseated'] {
  const lost = group.lost
    .filter(({ unit }) => person.units.includes(unit))
    .map(({ unit, why }) => ({ person: person.id, unit, why }));
  const seated = new Set(hall.seatsOf(person).map(({ unit }) => unit));
  const lacking = mine(group, person).filter(({ unit }) => !seated.has(unit));
  const there = centre === null ? undefined : centres[centre];
  const why = ({ unit, sittings }: Group['demands'][number]): Unseated => {
    if (there === undefined) return group.centres.length === 0 ? 'no-centre' : 'full';
    const taken = hall.hoursOf(person);
    const clash = sittings.every((one) =>
      taken.some(
        (seat) =>
          seat.unit !== unit &&
          one.start < seat.end &&
          seat.start < one.start + minutesFor(one.minutes, person.percent),
      ),
    );
    return clash ? 'twice-at-once' : 'full';
  };
  return [...lost, ...lacking.map((demand) => ({ person: person.id, unit: demand.unit, why: why(demand) }))];
}

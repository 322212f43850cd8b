import { minutesFor } from '../rules/effects.ts';
import { type Hall, openHall, orderOf } from './deal.ts';
import { type Counts, greedy } from './greedy.ts';
import { boardOf, boardsOf, distance, type Group, groupsOf, type Limit, limitsOf } from './groups.ts';
import {
  COSTS,
  type KeptSeat,
  type Nearer,
  type Person,
  type Placed,
  type Plan,
  type PlanFigures,
  type Problem,
  type Unseated,
} from './problem.ts';
import { solve } from './solve.ts';

/** How many nearer centres an explanation names. */
const EXPLAINED = 3;

/** A seat missed by others is a unit of somebody who may often sit elsewhere: so many of them weigh as one that is lacking. */
const UNITS = 2;

/** How many centres somebody without a seat tries. */
const TRIED = 10;

/** Which centre how many of each group go to; null: no answer. */
type Assign = (
  groups: readonly Group[],
  limits: readonly (readonly Limit[])[],
  standing: ReadonlySet<string>,
) => Promise<Counts | null>;

type Rows = Pick<Plan, 'placed' | 'seats' | 'unseated'>;

/** By a fair greedy and by the solver, whichever costs less once everybody is dealt. */
export async function place(given: Problem): Promise<Plan> {
  const problem = sorted(given);
  const byGreedy = await run(problem, async (...asked) => greedy(...asked));
  const statuses: string[] = [];
  const bySolver = await run(problem, async (...asked) => {
    const { counts, status } = await solve(...asked, problem.seconds / 2);
    statuses.push(status);
    return counts;
  });
  if (byGreedy === null) throw new Error('The greedy always has an answer');
  const isBetter = bySolver !== null && bySolver.figures.cost <= byGreedy.figures.cost;
  const { rows } = isBetter ? bySolver : byGreedy;
  return {
    ...rows,
    figures: {
      kept: isBetter ? 'solver' : 'greedy',
      solver: bySolver?.figures ?? null,
      greedy: byGreedy.figures,
      status: statuses.join(', '),
    },
  };
}

/**
 * Groups to centres; then those who have a room to themselves or more time get their rooms; then, with the seats that are left, the
 * others again; then persons to rooms, one after the other.
 */
async function run(
  problem: Problem,
  assign: Assign,
): Promise<{ readonly rows: Rows; readonly figures: PlanFigures } | null> {
  const groups = groupsOf(problem);
  const limits = limitsOf(problem, groups);
  const standing = boardsOf(problem);
  const counts = await assign(groups, limits, standing);
  if (counts === null) return null;
  const apart = problem.persons.filter(needsRoom);
  if (apart.length === 0) {
    const rows = deal(problem, groups, counts, standing);
    return { rows, figures: figuresOf(problem, rows, standing) };
  }
  const first = dealApart(problem, groups, limits, counts, standing);
  const others: Problem = {
    ...problem,
    persons: problem.persons.filter((person) => !needsRoom(person)),
    kept: [...problem.kept, ...first.kept],
  };
  const left = groupsOf(others);
  const open = new Set([...standing, ...first.open]);
  const again = await assign(left, limitsOf(others, left), open);
  if (again === null) return null;
  const then = deal(others, left, again, open);
  const rows = {
    placed: [...first.rows.placed, ...then.placed],
    seats: [...first.rows.seats, ...then.seats],
    unseated: [...first.rows.unseated, ...then.unseated],
  };
  return { rows, figures: figuresOf(problem, rows, standing) };
}

function figuresOf(
  { persons, centres }: Problem,
  { placed, unseated }: Rows,
  standing: ReadonlySet<string>,
): PlanFigures {
  const specialities = new Map(persons.map(({ id, speciality }) => [id, speciality]));
  const indexes = new Map(centres.map(({ id }, index) => [id, index]));
  const boards = new Set(
    placed.map(({ person, centre }) => boardOf(specialities.get(person) ?? '', indexes.get(centre) ?? -1)),
  );
  const somewhere = new Set(placed.map(({ person }) => person));
  const short = unseated.filter(({ why }) => why === 'full' || why === 'no-centre');
  const unplaced = new Set(short.map(({ person }) => person).filter((person) => !somewhere.has(person))).size;
  const lacking = short.filter(({ person }) => somewhere.has(person)).length;
  const km = placed.reduce((sum, one) => sum + (one.km ?? 0), 0);
  const opened = [...boards].filter((board) => !standing.has(board)).length;
  const cost = km + opened * COSTS.board + unplaced * COSTS.unplaced + lacking * COSTS.lacking;
  return { cost, km, boards: opened, unplaced, lacking };
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

function placedOf({ centres }: Problem, { person, group, centre }: Dealt, open: ReadonlySet<string>): Placed {
  const kmTo = (index: number): number => Math.round(distance(person.home, centres[index]?.position ?? null));
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
    km: person.home === null || centres[centre]?.position === null ? null : here,
    nearer,
  };
}

/** More time, or alone: others can't share their room. */
function needsRoom({ percent, alone }: Person): boolean {
  return percent > 0 || alone;
}

type Apart = { readonly rows: Rows; readonly kept: readonly KeptSeat[]; readonly open: ReadonlySet<string> };

/**
 * Those who need a room of their own, or one with their like, one after the other: where it is near, where a board sits, and where the
 * room that they take from the others is missed least.
 */
function dealApart(
  problem: Problem,
  groups: readonly Group[],
  limits: readonly (readonly Limit[])[],
  counts: Counts,
  standing: ReadonlySet<string>,
): Apart {
  const { centres } = problem;
  const open = new Set([
    ...standing,
    ...groups.flatMap(({ speciality }, index) =>
      [...(counts[index] ?? [])].flatMap(([centre, count]) => (count > 0 ? [boardOf(speciality, centre)] : [])),
    ),
  ]);
  const spare = limits.map((some, centre) => some.map((limit) => limit.seats - loadOf(groups, counts, limit, centre)));
  const hall = openHall(problem, new Map());
  const at = new Map<string, Dealt>();
  /** Seats that the others would lack in a room that this person opens. */
  const missed = (person: Person, centre: number, write: boolean): number => {
    let sum = 0;
    for (const [row, { moment, rooms }] of (limits[centre] ?? []).entries()) {
      const taken = hall
        .openedBy(person)
        .filter(({ room, start, end }) => start <= moment && moment < end && rooms.some(({ id }) => id === room))
        .reduce((seats, { room }) => seats + (rooms.find(({ id }) => id === room)?.capacity ?? 0), 0);
      if (taken === 0) continue;
      const before = spare[centre]?.[row] ?? 0;
      sum += Math.max(0, taken - before) - Math.max(0, -before);
      const here = spare[centre];
      if (write && here !== undefined) here[row] = before - taken;
    }
    return sum;
  };
  const waiting = groups.flatMap((group) =>
    group.persons.filter(needsRoom).map((person) => ({ person, group, centre: group.centres[0]?.index ?? -1 })),
  );
  for (const { person, group } of orderOf(waiting)) {
    let best: { centre: number; cost: number } | null = null;
    for (const { index: centre } of group.centres.slice(0, TRIED)) {
      const lacking = seatAll(problem, hall, { person, group, centre }).length;
      const board = open.has(boardOf(group.speciality, centre)) ? 0 : COSTS.board;
      const km = distance(person.home, centres[centre]?.position ?? null);
      const cost = km + board + COSTS.lacking * (lacking + missed(person, centre, false) / UNITS);
      hall.leave(person);
      if (lacking === mine(group, person).length) continue;
      if (best === null || cost < best.cost) best = { centre, cost };
    }
    if (best === null) continue;
    seatAll(problem, hall, { person, group, centre: best.centre });
    missed(person, best.centre, true);
    open.add(boardOf(group.speciality, best.centre));
    at.set(person.id, { person, group, centre: best.centre });
  }
  const seats = [...at.values()].flatMap(({ person }) => hall.seatsOf(person));
  const people = new Map(waiting.map(({ person }) => [person.id, person]));
  return {
    open,
    kept: seats.flatMap((seat): readonly KeptSeat[] => {
      const person = people.get(seat.person);
      if (person === undefined) return [];
      return [{ ...seat, speciality: person.speciality, alone: person.alone, longer: person.percent > 0 }];
    }),
    rows: {
      seats,
      placed: [...at.values()].map((one) => placedOf(problem, one, open)),
      unseated: waiting.flatMap(({ person, group }) =>
        unseatedOf(problem, hall, group, person, at.get(person.id)?.centre ?? null),
      ),
    },
  };
}

/** Seats of a limit that the others take, those apart not counted. */
function loadOf(groups: readonly Group[], counts: Counts, { loads }: Limit, centre: number): number {
  return [...loads].reduce((sum, [group, load]) => {
    const { persons = [] } = groups[group] ?? {};
    const plain = persons.filter((person) => !needsRoom(person)).length / Math.max(1, persons.length);
    return sum + load * plain * (counts[group]?.get(centre) ?? 0);
  }, 0);
}

function deal(
  problem: Problem,
  groups: readonly Group[],
  counts: Counts,
  standing: ReadonlySet<string>,
): Pick<Plan, 'placed' | 'seats' | 'unseated'> {
  const without: { person: Person; group: Group }[] = [];
  const dealt = groups.flatMap((group, index): readonly Dealt[] => {
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
  const at = new Map<string, Dealt>();
  const short: Dealt[] = [];
  // The rooms that few tests can use are given for these first; whoever needs no such room takes what is left.
  const order = orderOf(dealt);
  for (const one of order) seatAll(problem, hall, one, 'special');
  for (const one of order) {
    at.set(one.person.id, one);
    seatAll(problem, hall, one, 'plain');
    if (hall.seatsOf(one.person).length < mine(one.group, one.person).length) short.push(one);
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
  const placed = [...at.values()].map((one) => placedOf(problem, one, open));
  const seats = [...at.values()].flatMap(({ person }) => hall.seatsOf(person));
  return { placed, seats, unseated };
}

/** Of a group that goes to several centres, each to the nearest that has a place left for it, the shortest ways first. */
function sharesOf(
  { centres }: Problem,
  { persons }: Group,
  counts: ReadonlyMap<number, number>,
): ReadonlyMap<Person, number> {
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
  const to = new Map<Person, number>();
  for (const { person, centre } of ways) {
    const count = left.get(centre) ?? 0;
    if (count === 0 || to.has(person)) continue;
    to.set(person, centre);
    left.set(centre, count - 1);
  }
  return to;
}

/** How many sit each test until each end at each centre: so that the room that fits is chosen. */
function cohortsOf({ centres }: Problem, dealt: readonly Dealt[]): ReadonlyMap<string, number> {
  const cohorts = new Map<string, number>();
  for (const { person, group, centre } of dealt)
    for (const { sittings } of mine(group, person))
      for (const { id, start, minutes } of sittings) {
        const key = `${centres[centre]?.id ?? ''}/${id}/${start + minutesFor(minutes, person.percent)}`;
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
function seatAll(
  { centres }: Problem,
  hall: Hall,
  { person, group, centre }: Dealt,
  which: 'special' | 'plain' | null = null,
): Lacking {
  const there = centres[centre];
  if (there === undefined) return [];
  const order = mine(group, person)
    .filter((demand) => which === null || isSpecial(demand) === (which === 'special'))
    .toSorted((a, b) => Number(isSpecial(b)) - Number(isSpecial(a)) || a.sittings.length - b.sittings.length);
  return order.flatMap(({ unit, sittings }) => {
    const why = hall.seat(person, unit, sittings, there);
    return why === null ? [] : [{ unit, why }];
  });
}

/** Does it need a room that is fitted for it, or kept? */
function isSpecial({ sittings }: Group['demands'][number]): boolean {
  return sittings.every(({ kind, roomId }) => kind !== '' || roomId !== null);
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

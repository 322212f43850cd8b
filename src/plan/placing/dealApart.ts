import type { Hall } from './deal.ts';
import type { Places } from './dealGroups.ts';
import { boardOf, type Group, type GroupCounts } from './groups.ts';
import type { Limit } from './limits.ts';
import { COSTS, type KeptSeat, type PersonToPlace, type Problem } from './problem.ts';
import { demandsOf, lackingOf, needsRoom, orderOf, seatAll, type Waiting } from './seating.ts';

/** How many centres somebody who needs a room tries. */
const TRIED = 10;

/** A seat missed by others is a unit of somebody who may often sit elsewhere: so many of them weigh as one that is lacking. */
const UNITS = 2;

type Apart = { readonly places: Places; readonly kept: readonly KeptSeat[]; readonly open: ReadonlySet<string> };

/**
 * Those who need a room of their own, or one with their like, one after the other: where it is near, where a board sits, and where the
 * room that they take from the others is missed least.
 */
export function dealApart(
  problem: Problem,
  hall: Hall,
  people: readonly Waiting[],
  {
    groups,
    limits,
    counts,
    standing,
  }: {
    readonly groups: readonly Group[];
    readonly limits: readonly (readonly Limit[])[];
    readonly counts: GroupCounts;
    readonly standing: ReadonlySet<string>;
  },
): Apart {
  const open = new Set([
    ...standing,
    ...groups.flatMap(({ speciality }, index) =>
      [...(counts[index] ?? [])].flatMap(([centre, count]) => (count > 0 ? [boardOf(speciality, centre)] : [])),
    ),
  ]);
  const spare = limits.map((some, centre) => some.map((limit) => limit.seats - loadOf(groups, counts, limit, centre)));
  const places: Places = new Map();
  /** Seats that the others would lack in a room that this person opens. */
  const missed = (person: PersonToPlace, centre: number, write: boolean): number => {
    let sum = 0;
    for (const [row, { moment, rooms }] of (limits[centre] ?? []).entries()) {
      if (moment === null) continue;
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
  const ways = new Map(people.map((one) => [one.person, one.ways]));
  for (const { person, group } of orderOf(people.map((one) => ({ ...one, centre: -1 })))) {
    let best: { centre: number; cost: number } | null = null;
    for (const { index: centre, km } of (ways.get(person) ?? []).slice(0, TRIED)) {
      seatAll(problem, hall, { person, group, centre });
      const lacking = lackingOf(hall, { person, group }).length;
      const board = open.has(boardOf(group.speciality, centre)) ? 0 : COSTS.board;
      const moved = person.had === null || person.had === problem.centres[centre]?.id ? 0 : COSTS.moved;
      const cost = km + board + moved + COSTS.lacking * (lacking + missed(person, centre, false) / UNITS);
      hall.leave(person);
      if (lacking === demandsOf(group, person).length) continue;
      if (best === null || cost < best.cost) best = { centre, cost };
    }
    if (best === null) continue;
    seatAll(problem, hall, { person, group, centre: best.centre });
    missed(person, best.centre, true);
    open.add(boardOf(group.speciality, best.centre));
    places.set(person.id, best.centre);
  }
  return {
    open,
    places,
    kept: people.flatMap(({ person }) =>
      hall.seatsOf(person).map(
        (seat): KeptSeat => ({
          ...seat,
          speciality: person.speciality,
          alone: person.alone,
          longer: person.percent > 0,
        }),
      ),
    ),
  };
}

/** Seats of a limit that the others take, those apart not counted. */
function loadOf(groups: readonly Group[], counts: GroupCounts, { loads }: Limit, centre: number): number {
  return [...loads].reduce((sum, [group, load]) => {
    const { persons = [] } = groups[group] ?? {};
    const plain = persons.filter((person) => !needsRoom(person)).length / Math.max(1, persons.length);
    return sum + load * plain * (counts[group]?.get(centre) ?? 0);
  }, 0);
}

import { openHall, orderOf } from './deal.ts';
import type { GroupCounts } from './greedy.ts';
import { boardOf, distance, type Group, type Limit } from './groups.ts';
import { COSTS, type KeptSeat, type PersonToPlace, type Problem } from './problem.ts';
import { type DealtPerson, demandsOf, needsRoom, placedOf, type Rows, seatAll, TRIED, unseatedOf } from './seating.ts';

/** A seat missed by others is a unit of somebody who may often sit elsewhere: so many of them weigh as one that is lacking. */
const UNITS = 2;

type Apart = { readonly rows: Rows; readonly kept: readonly KeptSeat[]; readonly open: ReadonlySet<string> };

/**
 * Those who need a room of their own, or one with their like, one after the other: where it is near, where a board sits, and where the
 * room that they take from the others is missed least.
 */
export function dealApart(
  problem: Problem,
  groups: readonly Group[],
  limits: readonly (readonly Limit[])[],
  counts: GroupCounts,
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
  const at = new Map<string, DealtPerson>();
  /** Seats that the others would lack in a room that this person opens. */
  const missed = (person: PersonToPlace, centre: number, write: boolean): number => {
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
      if (lacking === demandsOf(group, person).length) continue;
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
function loadOf(groups: readonly Group[], counts: GroupCounts, { loads }: Limit, centre: number): number {
  return [...loads].reduce((sum, [group, load]) => {
    const { persons = [] } = groups[group] ?? {};
    const plain = persons.filter((person) => !needsRoom(person)).length / Math.max(1, persons.length);
    return sum + load * plain * (counts[group]?.get(centre) ?? 0);
  }, 0);
}

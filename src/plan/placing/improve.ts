import type { Hall } from './deal.ts';
import type { Places } from './dealGroups.ts';
import { roomTime } from './forms.ts';
import { boardOf, roomsFor } from './groups.ts';
import { COSTS, type Problem } from './problem.ts';
import { lackingOf, needsRoom, type Waiting } from './seating.ts';
import { type Score, stepsOf } from './steps.ts';

/** How much each step tries: placings of one person, for each who is placed. It ends by this, never by a clock. */
const TRIES = { nearer: 20, room: 60 } as const;
/** Of these, the most for one person's sake. */
const FOR_ONE = 400;
/** Rounds in which everybody may go somewhere cheaper. */
const ROUNDS = 3;
/** Of those in a full room, how many are asked to go elsewhere in turn; at how many centres; and to how many each may go. */
const ASKED = { persons: 12, centres: 8, ways: 8 } as const;
/** The most who leave a room together, for somebody who needs it whole. */
const TOGETHER = 8;
/** Kilometres below which nobody is asked to go elsewhere for somebody else's sake. */
const WORTH = 5;

/**
 * From a plan to a better one, by small steps that each must better it, or are undone. `repair`: whoever lacks a seat goes elsewhere, or
 * somebody makes room for them. `better`: a board that is hardly worth it closes, one that is worth it opens, whoever can be nearer goes
 * there; and `repair` again. Hall and places change with it.
 */
export type Bettering = {
  readonly score: () => Score;
  readonly repair: () => void;
  readonly better: () => void;
};

export function betteringOf(problem: Problem, hall: Hall, people: readonly Waiting[], places: Places): Bettering {
  const { score, at, board, standing, sizeOf, mayGo, costAt, lacks, tries, put, attempt } = stepsOf(
    problem,
    hall,
    people,
    places,
  );
  const byId = new Map(people.map((one) => [one.person.id, one]));
  const isOpen = (key: string): boolean => sizeOf(key) > 0;

  /** Somebody goes to that centre, where others make room for them: one, or all of a room that is needed whole. */
  const makeRoom = (one: Waiting, centre: number): boolean => {
    const there = problem.centres[centre];
    if (there === undefined) return false;
    const { person, group } = one;
    const wanted =
      at(one) === centre ? lackingOf(hall, one) : group.demands.filter((d) => person.units.includes(d.unit));
    const asked = new Set<string>();
    for (const sitting of wanted.flatMap(({ sittings }) => sittings)) {
      for (const room of roomsFor(sitting, there, person)) {
        const inRoom = [...new Set(hall.sittingIn(room, roomTime(sitting, person.percent)))].filter(
          (id) => id !== person.id,
        );
        const isWhole = needsRoom(person) && sitting.form.is === 'hall';
        const sets = isWhole ? [inRoom] : inRoom.map((id) => [id]);
        for (const ids of sets.slice(0, ASKED.persons)) {
          const key = ids.join();
          if (ids.length === 0 || ids.length > TOGETHER || asked.has(key) || tries.left <= 0) continue;
          asked.add(key);
          const others = ids.flatMap((id) => byId.get(id) ?? []);
          if (attempt(() => exchange(one, centre, others))) return true;
        }
      }
    }
    return false;
  };
  const exchange = (one: Waiting, centre: number, others: readonly Waiting[]): void => {
    const lacked = lacks(one);
    const before = others.map((other) => ({ other, had: lacks(other), centre: at(other) }));
    for (const other of others) put(other, -1);
    put(one, centre);
    if (lacks(one) >= lacked && lacked > 0) return;
    for (const { other, had, centre: theirs } of before) {
      const ways = other.ways.map(({ index }) => index).filter((index) => index !== theirs);
      const near = [theirs, ...ways.filter((index) => isOpen(board(other, index)))].slice(0, ASKED.ways);
      for (const index of near) {
        put(other, index);
        if (lacks(other) <= had) break;
      }
    }
  };

  /** Whoever lacks a seat looks at every centre; then others make room for those who still do. */
  const repair = (): void => {
    for (const one of people)
      for (const { index } of one.ways) {
        if (lacks(one) === 0) break;
        attempt(() => put(one, index));
      }
    let all = people.length * TRIES.room;
    for (const one of people) {
      if (all <= 0) return;
      if (lacks(one) === 0) continue;
      tries.left = Math.min(all, FOR_ONE);
      const given = tries.left;
      for (const { index } of one.ways.slice(0, ASKED.centres))
        while (lacks(one) > 0 && tries.left > 0 && makeRoom(one, index));
      all -= given - tries.left;
    }
  };
  const nearer = (): boolean => {
    let any = false;
    for (const one of people) {
      const here = at(one);
      if (here < 0) continue;
      const closes = sizeOf(board(one, here)) === 1 ? COSTS.board : 0;
      for (const { index } of one.ways) {
        if (tries.left <= 0) return any;
        const opens = isOpen(board(one, index)) ? 0 : COSTS.board;
        if (index === here || costAt(one, index) + opens >= costAt(one, here) + closes) continue;
        if (!attempt(() => put(one, index))) continue;
        any = true;
        break;
      }
    }
    return any;
  };
  const members = (): ReadonlyMap<string, readonly Waiting[]> =>
    Map.groupBy(
      people.filter((one) => at(one) >= 0),
      (one) => board(one, at(one)),
    );
  /** The cheapest of the other boards of that speciality. */
  const other = (one: Waiting): number | null => {
    const open = one.ways.filter(({ index }) => index !== at(one) && isOpen(board(one, index)));
    const [best] = open.toSorted((a, b) => costAt(one, a.index) - costAt(one, b.index) || a.index - b.index);
    return best?.index ?? null;
  };
  const closeBoards = (): void => {
    for (const [key, some] of [...members()].toSorted((a, b) => a[1].length - b[1].length || (a[0] < b[0] ? -1 : 1))) {
      if (standing.has(key) || tries.left <= 0) continue;
      const ways = some.map((one) => {
        const centre = other(one);
        return { one, centre, more: centre === null ? COSTS.unplaced : costAt(one, centre) - costAt(one, at(one)) };
      });
      if (ways.reduce((sum, { more }) => sum + more, 0) >= COSTS.board) continue;
      attempt(() => {
        for (const { one, centre } of ways) {
          const open = one.ways.filter(({ index }) => board(one, index) !== key && isOpen(board(one, index)));
          for (const index of [centre ?? -1, ...open.slice(0, ASKED.ways).map((way) => way.index)]) {
            put(one, index);
            if (lacks(one) === 0) break;
          }
        }
      });
    }
  };
  const openBoards = (): void => {
    const bySpeciality = Map.groupBy(people, ({ person }) => person.speciality);
    for (const [speciality, some] of bySpeciality)
      for (const centre of problem.centres.keys()) {
        if (isOpen(boardOf(speciality, centre)) || tries.left <= 0) continue;
        const gains = some.filter(
          (one) => at(one) >= 0 && mayGo(one, centre) && costAt(one, centre) < costAt(one, at(one)),
        );
        const gain = gains.reduce((sum, one) => sum + costAt(one, at(one)) - costAt(one, centre), 0);
        if (gain <= COSTS.board) continue;
        attempt(() => {
          for (const one of gains) {
            const [before, lacked] = [at(one), lacks(one)];
            put(one, centre);
            if (lacks(one) > lacked) put(one, before);
          }
        });
      }
  };
  const exchanges = (): void => {
    for (const one of people) {
      const here = at(one);
      if (here < 0) continue;
      for (const { index } of one.ways.slice(0, 2)) {
        if (tries.left <= 0) return;
        const gain = costAt(one, here) - costAt(one, index);
        if (gain > WORTH && isOpen(board(one, index)) && makeRoom(one, index)) break;
      }
    }
  };

  return {
    score,
    repair,
    better: () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        tries.left = people.length * TRIES.nearer;
        closeBoards();
        openBoards();
        if (!nearer()) break;
      }
      tries.left = people.length * TRIES.nearer;
      exchanges();
      repair();
    },
  };
}

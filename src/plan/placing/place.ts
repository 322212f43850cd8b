import { type Hall, openHall } from './deal.ts';
import { dealApart } from './dealApart.ts';
import { dealAsBefore, dealGroups, dealNearest, type Places } from './dealGroups.ts';
import { boardOf, boardsOf, groupsOf } from './groups.ts';
import { type Bettering, betteringOf } from './improve.ts';
import { limitsOf } from './limits.ts';
import { COSTS, type Plan, type PlanFigures, type Problem } from './problem.ts';
import { needsRoom, placedOf, type Rows, seatAll, unseatedOf, type Waiting, waitingOf } from './seating.ts';
import { solve } from './solve.ts';
import { isLess } from './steps.ts';

/** One way of placing all, that may still be bettered. */
type Start = {
  readonly by: Plan['figures']['kept'];
  readonly hall: Hall;
  readonly places: Places;
  readonly bettering: Bettering;
};

/**
 * By the nearest centres and by the solver, in two orders. Of these the one that leaves the fewest units without a seat, or costs less, is
 * bettered person by person.
 */
export async function place(given: Problem): Promise<Plan> {
  const problem = sorted(given);
  const people = waitingOf(problem, groupsOf(problem));
  const { starts: solved, status, relaxed } = await bySolver(problem, people);
  const nearest = openHall(problem);
  const again = openHall(problem);
  const stood = problem.before.length > 0;
  const starts = [
    ...(stood ? [startOf(problem, 'standing', again, people, dealAsBefore(problem, again, people))] : []),
    ...solved,
    startOf(problem, 'greedy', nearest, people, dealNearest(problem, nearest, people)),
  ];
  const figures = new Map(starts.map((start) => [start, figuresOf(problem, rowsOf(problem, start, people))]));
  const least = (some: readonly Start[]): Start | undefined =>
    some.reduce<Start | undefined>(
      (best, one) => (best === undefined || isLess(one.bettering.score(), best.bettering.score()) ? one : best),
      undefined,
    );
  const best = least(starts);
  if (best === undefined) throw new Error('The nearest centres always give an answer');
  best.bettering.better();
  const rows = rowsOf(problem, best, people);
  figures.set(best, figuresOf(problem, rows));
  const figuresBy = (by: Start['by']): PlanFigures | null => {
    const start = best.by === by ? best : least(starts.filter((one) => one.by === by));
    return start === undefined ? null : (figures.get(start) ?? null);
  };
  const greedy = figuresBy('greedy');
  if (greedy === null) throw new Error('The nearest centres always give an answer');
  return {
    ...rows,
    figures: { kept: best.by, solver: figuresBy('solver'), greedy, standing: figuresBy('standing'), status, relaxed },
  };
}

function startOf(problem: Problem, by: Start['by'], hall: Hall, people: readonly Waiting[], places: Places): Start {
  const bettering = betteringOf(problem, hall, people, places);
  bettering.repair();
  return { by, hall, places, bettering };
}

/**
 * Groups to centres; then those who have a room to themselves or more time get their rooms, and, with the seats that are left, the
 * others again; or these last: where seats are short, whole rooms for few leave many without one.
 */
async function bySolver(
  problem: Problem,
  people: readonly Waiting[],
): Promise<{ readonly starts: readonly Start[]; readonly status: string; readonly relaxed: number | null }> {
  const groups = groupsOf(problem);
  const limits = limitsOf(problem, groups);
  const standing = boardsOf(problem);
  const all = await solve(groups, limits, standing);
  const { status, relaxed } = all;
  if (all.counts === null) return { starts: [], status, relaxed };
  const apart = people.filter(({ person }) => needsRoom(person));
  const others = { ...problem, persons: problem.persons.filter((person) => !needsRoom(person)) };
  const starts: Start[] = [];
  const first = openHall(problem);
  const { places, kept, open } = dealApart(problem, first, apart, { groups, limits, counts: all.counts, standing });
  const left = await dealOthers({ ...others, kept: [...problem.kept, ...kept] }, first, open);
  if (left !== null) starts.push(startOf(problem, 'solver', first, people, new Map([...places, ...left])));
  if (apart.length === 0) return { starts, status, relaxed };
  const last = openHall(problem);
  const before = await dealOthers(others, last, standing);
  if (before !== null) {
    const after = dealNearest(problem, last, apart);
    starts.push(startOf(problem, 'solver', last, people, new Map([...before, ...after])));
  }
  return { starts, status, relaxed };
}

/** Null: the solver has no answer. */
async function dealOthers(others: Problem, hall: Hall, standing: ReadonlySet<string>): Promise<Places | null> {
  const groups = groupsOf(others);
  const { counts } = await solve(groups, limitsOf(others, groups), standing);
  if (counts === null) return null;
  const byKey = new Map(groups.map(({ key }, index) => [key, counts[index] ?? new Map<number, number>()]));
  return dealGroups(others, hall, waitingOf(others, groups), byKey);
}

function rowsOf(problem: Problem, { hall, places }: Start, people: readonly Waiting[]): Rows {
  const dealt = people.flatMap((one) => {
    const centre = places.get(one.person.id);
    return centre === undefined ? [] : [{ ...one, centre }];
  });
  const boards = dealt.map(({ group, centre }) => boardOf(group.speciality, centre));
  const open = new Set([...boardsOf(problem), ...boards]);
  return {
    placed: dealt.map((one) => placedOf(problem, one, open)),
    seats: dealt.flatMap(({ person }) => hall.seatsOf(person)),
    unseated: people.flatMap((one) => unseatedOf(problem, hall, one, places.get(one.person.id) ?? null)),
  };
}

function figuresOf(problem: Problem, { placed, unseated }: Rows): PlanFigures {
  const { persons, centres } = problem;
  const standing = boardsOf(problem);
  const byId = new Map(persons.map((one) => [one.id, one]));
  const indexes = new Map(centres.map(({ id }, index) => [id, index]));
  const boards = new Set(
    placed.map(({ person, centre }) => boardOf(byId.get(person)?.speciality ?? '', indexes.get(centre) ?? -1)),
  );
  const somewhere = new Set(placed.map(({ person }) => person));
  const short = unseated.filter(({ why }) => why !== 'no-sitting' && why !== 'no-room');
  const unplaced = new Set(short.map(({ person }) => person).filter((person) => !somewhere.has(person))).size;
  const lacking = short.filter(({ person }) => somewhere.has(person)).length;
  const km = placed.reduce((sum, one) => sum + (one.km ?? 0), 0);
  const opened = [...boards].filter((board) => !standing.has(board)).length;
  const moved = placed.filter(({ person, centre }) => (byId.get(person)?.had ?? centre) !== centre).length;
  const cost = km + opened * COSTS.board + moved * COSTS.moved + unplaced * COSTS.unplaced + lacking * COSTS.lacking;
  return { cost, km, boards: opened, unplaced, lacking, moved, without: short.length };
}

/** The same for one person whose centre is chosen: the room and hour of each unit there, or why not. */
export function seatAt(given: Problem): Pick<Plan, 'seats' | 'unseated'> {
  const problem = sorted(given);
  const hall = openHall(problem);
  const people = waitingOf(problem, groupsOf(problem));
  for (const one of people) seatAll(problem, hall, { ...one, centre: 0 });
  return {
    seats: people.flatMap(({ person }) => hall.seatsOf(person)),
    unseated: people.flatMap((one) => unseatedOf(problem, hall, one, 0)),
  };
}

/** By their keys, whatever the order in which they came. */
function sorted({ persons, centres, sittings, kept, before, elsewhere }: Problem): Problem {
  const byKey = (a: { readonly id: string }, b: { readonly id: string }): number =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  const byHour = (
    a: { readonly start: number; readonly person: string },
    b: { readonly start: number; readonly person: string },
  ): number => a.start - b.start || (a.person < b.person ? -1 : a.person > b.person ? 1 : 0);
  return {
    persons: persons.toSorted(byKey),
    centres: centres.map((centre) => ({ ...centre, rooms: centre.rooms.toSorted(byKey) })).toSorted(byKey),
    sittings: sittings.toSorted((a, b) => a.start - b.start || byKey(a, b)),
    kept: kept.toSorted(byHour),
    before: before.toSorted(byHour),
    elsewhere: { rooms: elsewhere.rooms, persons: elsewhere.persons.toSorted(byHour) },
  };
}

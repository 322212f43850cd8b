import { dealApart } from './dealApart.ts';
import { deal } from './dealGroups.ts';
import { type GroupCounts, greedy } from './greedy.ts';
import { boardOf, boardsOf, type Group, groupsOf, type Limit, limitsOf } from './groups.ts';
import { COSTS, type Plan, type PlanFigures, type Problem } from './problem.ts';
import { needsRoom, type Rows } from './seating.ts';
import { solve } from './solve.ts';

/** Which centre how many of each group go to; null: no answer. */
type Assign = (
  groups: readonly Group[],
  limits: readonly (readonly Limit[])[],
  standing: ReadonlySet<string>,
) => Promise<GroupCounts | null>;

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

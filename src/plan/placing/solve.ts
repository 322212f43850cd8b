import highsModule from 'highs';
import { boardOf, type Group, type GroupCounts } from './groups.ts';
import type { Limit } from './limits.ts';
import { COSTS, SOLVER } from './problem.ts';

/** `relaxed`: the least that any answer costs by what the solver was told; null: it ended on a limit. */
export type Solved = { readonly counts: GroupCounts | null; readonly status: string; readonly relaxed: number | null };

/** Its types are those of CommonJS, where the function stands one level deeper; what Node imports is the function. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** So much of a board opens it, the first of these with which nobody lacks a seat. Half of one: more often than not it is whole. */
const OPENED = [0.5, 0.2, 0.001] as const;

/**
 * Which centres open for which speciality, and who goes where, as fractions: the model is tight, so that most come out whole, and a
 * search among whole ones would take minutes for what `improve` finds afterwards. Then again with these centres open. It ends by itself,
 * or by its iterations: never by a clock. Null where it ended on that limit.
 */
export async function solve(
  groups: readonly Group[],
  limits: readonly (readonly Limit[])[],
  standing: ReadonlySet<string>,
): Promise<Solved> {
  const highs = await loadHighs();
  const options = {
    random_seed: SOLVER.seed,
    simplex_iteration_limit: SOLVER.iterations,
    solver: 'simplex',
    output_flag: false,
  } as const;
  const ask = (open: ReadonlySet<string> | null) => {
    const { Columns, Status, ObjectiveValue } = highs.solve(modelOf(groups, limits, standing, open), options);
    const values = new Map(Object.entries(Columns).map(([name, column]) => [name, primal(column)]));
    return { values, status: Status, cost: ObjectiveValue };
  };
  const first = ask(null);
  if (first.status !== 'Optimal') return { counts: null, status: first.status, relaxed: null };
  const without = lackingIn(first.values);
  for (const least of OPENED) {
    const open = new Set(
      [...first.values].flatMap(([name, value]) => (/^y/.test(name) && value > least ? [name] : [])),
    );
    const second = ask(open);
    if (second.status !== 'Optimal') return { counts: null, status: second.status, relaxed: first.cost };
    if (lackingIn(second.values) > without + 0.5 && least !== OPENED.at(-1)) continue;
    return { counts: wholeOf(groups, second.values), status: second.status, relaxed: first.cost };
  }
  throw new Error('The last of these opens is taken');
}

/** Persons who have no seat. */
function lackingIn(values: ReadonlyMap<string, number>): number {
  return [...values].reduce((sum, [name, value]) => (name.startsWith('u') ? sum + value : sum), 0);
}

/** Fractions of persons become persons: each centre has the whole ones, and the others go where most of one is left. */
function wholeOf(groups: readonly Group[], values: ReadonlyMap<string, number>): GroupCounts {
  return groups.map(({ persons, centres }, group) => {
    const parts = centres
      .map(({ index }, order) => ({ index, order, value: values.get(`x${group}c${index}`) ?? 0 }))
      .filter(({ value }) => value > 1e-6);
    const counts = new Map(parts.map(({ index, value }) => [index, Math.floor(value + 1e-6)]));
    const lacking = Math.round(values.get(`u${group}`) ?? 0);
    let left = persons.length - lacking - [...counts.values()].reduce((sum, count) => sum + count, 0);
    const rest = (value: number): number => value - Math.floor(value + 1e-6);
    for (const { index } of parts.toSorted((a, b) => rest(b.value) - rest(a.value) || a.order - b.order)) {
      if (left <= 0) break;
      counts.set(index, (counts.get(index) ?? 0) + 1);
      left -= 1;
    }
    return counts;
  });
}

function primal(column: unknown): number {
  return typeof column === 'object' && column !== null && 'Primal' in column && typeof column.Primal === 'number'
    ? column.Primal
    : 0;
}

/** In the LP format, one term a line: its reader breaks long ones. `open`: the only centres that are opened; null: any, in part too. */
function modelOf(
  groups: readonly Group[],
  limits: readonly (readonly Limit[])[],
  standing: ReadonlySet<string>,
  open: ReadonlySet<string> | null,
): string {
  const specialities = [...new Set(groups.map(({ speciality }) => speciality))].toSorted();
  const numbers = new Map(specialities.map((speciality, index) => [speciality, index]));
  const cost: string[] = [];
  const rows: string[] = [];
  const bounds: string[] = [];
  const boards = new Set<string>();
  const chosen = groups.map(({ centres, speciality }) =>
    centres.filter(
      ({ index }) =>
        open === null || open.has(`y${numbers.get(speciality)}c${index}`) || standing.has(boardOf(speciality, index)),
    ),
  );
  for (const [index, { persons, speciality, centres }] of groups.entries()) {
    if (centres.length === 0) continue;
    const terms = [`u${index}`];
    cost.push(`+ ${COSTS.unplaced} u${index}`);
    bounds.push(`0 <= u${index} <= ${persons.length}`);
    for (const { index: centre, km } of chosen[index] ?? []) {
      const name = `x${index}c${centre}`;
      terms.push(name);
      cost.push(`+ ${km.toFixed(3)} ${name}`);
      bounds.push(`0 <= ${name} <= ${persons.length}`);
      if (standing.has(boardOf(speciality, centre))) continue;
      const board = `y${numbers.get(speciality)}c${centre}`;
      boards.add(board);
      // One line for each group: a board for all together would be opened by a fraction of it.
      if (open === null) rows.push(`b${index}c${centre}: ${name} - ${persons.length} ${board} <= 0`);
    }
    rows.push(`g${index}: ${terms.join('\n + ')} = ${persons.length}`);
  }
  if (open === null)
    for (const board of boards) {
      cost.push(`+ ${COSTS.board} ${board}`);
      bounds.push(`0 <= ${board} <= 1`);
    }
  const uses = new Set(
    groups.flatMap((_, index) => (chosen[index] ?? []).map(({ index: centre }) => `${index}/${centre}`)),
  );
  for (const [centre, some] of limits.entries())
    for (const [row, { seats, loads }] of some.entries()) {
      const terms = [...loads].filter(([index]) => uses.has(`${index}/${centre}`));
      const most = terms.reduce((sum, [index, load]) => sum + load * (groups[index]?.persons.length ?? 0), 0);
      if (most <= seats) continue;
      rows.push(
        `l${centre}r${row}: ${terms.map(([index, load]) => `${load.toFixed(6)} x${index}c${centre}`).join('\n + ')} <= ${seats.toFixed(3)}`,
      );
    }
  const sections = [
    `Minimize\n obj: ${cost.join('\n ')}`,
    `Subject To\n ${rows.join('\n ')}`,
    `Bounds\n ${bounds.join('\n ')}`,
  ];
  return `${sections.join('\n')}\nEnd\n`;
}

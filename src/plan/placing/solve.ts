import highsModule from 'highs';
import type { GroupCounts } from './greedy.ts';
import { boardOf, type Group, type Limit } from './groups.ts';
import { COSTS, SOLVER } from './problem.ts';

export type Solved = { readonly counts: GroupCounts | null; readonly status: string };

/** Its types are those of CommonJS, where the function stands one level deeper; what Node imports is the function. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** Centres looked at first; all of them where somebody would have no seat. */
const NEAREST = 6;

/**
 * In two steps, as the second alone is ten times as long: which centres open for which speciality, persons as fractions; then, with
 * these open, whole persons. Null where it ended on a limit without an answer.
 */
export async function solve(
  groups: readonly Group[],
  limits: readonly (readonly Limit[])[],
  standing: ReadonlySet<string>,
  seconds: number,
): Promise<Solved> {
  const near = await solveWithin(groups, limits, standing, seconds / 2, NEAREST);
  const lacks = near.counts === null || groups.some((group, index) => isShort(group, near.counts?.[index]));
  const few = groups.every(({ centres }) => centres.length <= NEAREST);
  if (!lacks || few) return near;
  const all = await solveWithin(groups, limits, standing, seconds / 2, Number.POSITIVE_INFINITY);
  return all.counts === null ? near : all;
}

function isShort({ persons, centres }: Group, counts: ReadonlyMap<number, number> | undefined): boolean {
  return centres.length > 0 && [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0) < persons.length;
}

async function solveWithin(
  groups: readonly Group[],
  limits: readonly (readonly Limit[])[],
  standing: ReadonlySet<string>,
  seconds: number,
  nearest: number,
): Promise<Solved> {
  const highs = await loadHighs();
  const options = {
    mip_rel_gap: SOLVER.gap,
    random_seed: SOLVER.seed,
    mip_max_nodes: SOLVER.nodes,
    time_limit: seconds / 2,
    output_flag: false,
  } as const;
  const first = highs.solve(modelOf(groups, limits, standing, nearest, null), options);
  const open = new Set(
    Object.entries(first.Columns).flatMap(([name, column]) => (/^y/.test(name) && primal(column) > 0.5 ? [name] : [])),
  );
  if (open.size === 0 && standing.size === 0) return { counts: null, status: first.Status };
  const second = highs.solve(modelOf(groups, limits, standing, nearest, open), options);
  const counts: Map<number, number>[] = groups.map(() => new Map());
  let any = false;
  for (const [name, column] of Object.entries(second.Columns)) {
    const place = /^x(\d+)c(\d+)$/.exec(name);
    const count = Math.round(primal(column));
    if (place === null || count <= 0) continue;
    any = true;
    counts[Number(place[1])]?.set(Number(place[2]), count);
  }
  return { counts: any ? counts : null, status: second.Status };
}

function primal(column: unknown): number {
  return typeof column === 'object' && column !== null && 'Primal' in column && typeof column.Primal === 'number'
    ? column.Primal
    : 0;
}

/** In the LP format, one term a line: its reader breaks long ones. `open`: the centres that are opened, and persons are whole then. */
function modelOf(
  groups: readonly Group[],
  limits: readonly (readonly Limit[])[],
  standing: ReadonlySet<string>,
  nearest: number,
  open: ReadonlySet<string> | null,
): string {
  const specialities = [...new Set(groups.map(({ speciality }) => speciality))].toSorted();
  const numbers = new Map(specialities.map((speciality, index) => [speciality, index]));
  const cost: string[] = [];
  const rows: string[] = [];
  const bounds: string[] = [];
  const whole: string[] = [];
  const binary = new Set<string>();
  const chosen = groups.map(({ centres, speciality }) =>
    centres
      .slice(0, nearest)
      .filter(
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
      if (open !== null) {
        whole.push(name);
        continue;
      }
      if (standing.has(boardOf(speciality, centre))) continue;
      const board = `y${numbers.get(speciality)}c${centre}`;
      binary.add(board);
      // One line for each group: a board for all together would be opened by a fraction of it.
      rows.push(`b${index}c${centre}: ${name} - ${persons.length} ${board} <= 0`);
    }
    rows.push(`g${index}: ${terms.join('\n + ')} = ${persons.length}`);
  }
  for (const board of binary) cost.push(`+ ${COSTS.board} ${board}`);
  const uses = new Set(
    groups.flatMap((_, index) => (chosen[index] ?? []).map(({ index: centre }) => `${index}/${centre}`)),
  );
  for (const [centre, some] of limits.entries())
    for (const [row, { seats, loads }] of some.entries()) {
      const terms = [...loads].filter(([index]) => uses.has(`${index}/${centre}`));
      const most = terms.reduce((sum, [index, load]) => sum + load * (groups[index]?.persons.length ?? 0), 0);
      if (most <= seats) continue;
      rows.push(
        `l${centre}r${row}: ${terms.map(([index, load]) => `${load.toFixed(6)} x${index}c${centre}`).join('\n + ')} <= ${seats}`,
      );
    }
  const sections = [
    `Minimize\n obj: ${cost.join('\n ')}`,
    `Subject To\n ${rows.join('\n ')}`,
    `Bounds\n ${bounds.join('\n ')}`,
  ];
  if (binary.size > 0) sections.push(`Binary\n ${[...binary].join('\n ')}`);
  if (whole.length > 0) sections.push(`General\n ${whole.join('\n ')}`);
  return `${sections.join('\n')}\nEnd\n`;
}

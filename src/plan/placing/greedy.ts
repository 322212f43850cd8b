import { boardOf, type Group, type Limit } from './groups.ts';
import { COSTS } from './problem.ts';

/** How many of each group go to each centre: `counts[group].get(centre)`. */
export type GroupCounts = readonly ReadonlyMap<number, number>[];

/**
 * The measure that a solver has to beat, and an honest one: speciality after speciality, the largest first, it opens centres one at a
 * time while the total falls, each group going to the nearest open one that has seats.
 */
export function greedy(
  groups: readonly Group[],
  limits: readonly (readonly Limit[])[],
  standing: ReadonlySet<string>,
): GroupCounts {
  const left = limits.map((some) => some.map(({ seats }) => seats));
  const rowsOf = groups.map((_, group) =>
    limits.map((some) =>
      some.flatMap(({ loads }, row) => (loads.has(group) ? [{ row, load: loads.get(group) ?? 0 }] : [])),
    ),
  );
  const counts: Map<number, number>[] = groups.map(() => new Map());
  const indexed = groups.map((group, index) => ({ ...group, index }));
  const specialities = [...Map.groupBy(indexed, ({ speciality }) => speciality).values()].toSorted(
    (a, b) => sizeOf(b) - sizeOf(a) || ((a[0]?.key ?? '') < (b[0]?.key ?? '') ? -1 : 1),
  );
  for (const some of specialities) {
    const order = some.toSorted((a, b) => b.persons.length - a.persons.length || a.index - b.index);
    const able = [...new Set(order.flatMap(({ centres }) => centres.map(({ index }) => index)))].toSorted(
      (a, b) => a - b,
    );
    const free = new Set(able.filter((centre) => standing.has(boardOf(some[0]?.speciality ?? '', centre))));
    const used = left.map((rows) => new Float64Array(rows.length));
    const deal = (open: ReadonlySet<number>): { cost: number; dealt: (readonly [number, number, number])[] } => {
      for (const rows of used) rows.fill(0);
      const dealt: (readonly [number, number, number])[] = [];
      let cost = (open.size - free.size) * COSTS.board;
      for (const { index, persons, centres } of order) {
        let rest = persons.length;
        for (const { index: centre, km } of centres) {
          if (rest === 0 || !open.has(centre)) continue;
          const rows = rowsOf[index]?.[centre] ?? [];
          const [there, taken] = [left[centre] ?? [], used[centre] ?? new Float64Array()];
          let most = rest;
          for (const { row, load } of rows)
            most = Math.min(most, Math.floor(((there[row] ?? 0) - (taken[row] ?? 0)) / load + 1e-9));
          if (most <= 0) continue;
          for (const { row, load } of rows) taken[row] = (taken[row] ?? 0) + load * most;
          dealt.push([index, centre, most]);
          cost += km * most;
          rest -= most;
        }
        cost += rest * COSTS.unplaced;
      }
      return { cost, dealt };
    };
    let open = new Set(free);
    let best = deal(open);
    for (;;) {
      const tries = able
        .filter((centre) => !open.has(centre))
        .map((centre) => ({ centre, ...deal(new Set([...open, centre])) }))
        .toSorted((a, b) => a.cost - b.cost || a.centre - b.centre);
      const [next] = tries;
      if (next === undefined || next.cost >= best.cost) break;
      open = new Set([...open, next.centre]);
      best = next;
    }
    for (const [group, centre, most] of best.dealt) {
      counts[group]?.set(centre, most);
      for (const { row, load } of rowsOf[group]?.[centre] ?? []) {
        const rows = left[centre];
        if (rows !== undefined) rows[row] = (rows[row] ?? 0) - load * most;
      }
    }
  }
  return counts;
}

function sizeOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { persons }) => sum + persons.length, 0);
}

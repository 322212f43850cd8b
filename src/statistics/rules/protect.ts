import { SMALL } from '../statistics.ts';

/** A number of a table that is given to others: `small`: of 1 to 4 persons; `withheld`: a small one could be worked out from it. */
export type ProtectedNumber = number | 'small' | 'withheld';

/** Cells by their index: the first is the sum of the others. */
export type Sum = readonly [whole: number, ...parts: number[]];

/**
 * Takes the numbers of fewer than five persons out of a table, and as many others as it takes so that no sum gives one of them back:
 * in each sum at least two are missing, and together they hide five persons or the whole. What still could be worked out through
 * several sums at once is found by solving them. A zero names nobody and stays.
 */
export function protect(cells: readonly number[], sums: readonly Sum[]): readonly ProtectedNumber[] {
  const hidden = new Set<number>();
  cells.forEach((value, index) => {
    if (value > 0 && value < SMALL) hidden.add(index);
  });
  const small = new Set(hidden);
  for (let more = true; more; ) {
    more = closeSums(cells, sums, hidden);
    if (!more) more = closeSystem(cells, sums, hidden, small);
  }
  return cells.map((value, index) => (small.has(index) ? 'small' : hidden.has(index) ? 'withheld' : value));
}

/** True where something more was hidden. */
function closeSums(cells: readonly number[], sums: readonly Sum[], hidden: Set<number>): boolean {
  let more = false;
  for (const sum of sums) {
    const [whole, ...parts] = sum;
    const theirs = sum.filter((index) => hidden.has(index));
    if (theirs.length === 0) continue;
    const covered = parts.reduce((people, index) => (hidden.has(index) ? people + (cells[index] ?? 0) : people), 0);
    if (theirs.length > 1 && (hidden.has(whole) || covered >= SMALL)) continue;
    const next = smallest(cells, parts, hidden) ?? (hidden.has(whole) ? null : whole);
    if (next === null) continue;
    hidden.add(next);
    more = true;
  }
  return more;
}

/** A number of at least one person, the smallest that is still seen. */
function smallest(cells: readonly number[], among: readonly number[], hidden: ReadonlySet<number>): number | null {
  const seen = among.filter((index) => !hidden.has(index) && (cells[index] ?? 0) > 0);
  return seen.toSorted((one, other) => (cells[one] ?? 0) - (cells[other] ?? 0))[0] ?? null;
}

/** A small number that the sums together still give away makes one more of its neighbours hidden. */
function closeSystem(
  cells: readonly number[],
  sums: readonly Sum[],
  hidden: Set<number>,
  small: ReadonlySet<number>,
): boolean {
  const given = determined(sums, hidden).filter((index) => small.has(index));
  for (const index of given)
    for (const sum of sums) {
      const next = sum.includes(index) ? smallest(cells, sum, hidden) : null;
      if (next === null) continue;
      hidden.add(next);
      return true;
    }
  return false;
}

/** The hidden cells whose value the sums leave no doubt about: Gauss-Jordan over what is hidden. */
export function determined(sums: readonly Sum[], hidden: ReadonlySet<number>): readonly number[] {
  const unknown = [...hidden];
  const rows = sums.map(([whole, ...parts]) =>
    unknown.map((index): number => (index === whole ? 1 : parts.includes(index) ? -1 : 0)),
  );
  let lead = 0;
  const leads: number[] = [];
  for (let column = 0; column < unknown.length; column++) {
    const pivot = rows.findIndex((row, rank) => rank >= lead && !isNothing(row[column] ?? 0));
    const [found, first] = [rows[pivot], rows[lead]];
    if (found === undefined || first === undefined) continue;
    const top = found.map((value) => value / (found[column] ?? 1));
    rows[pivot] = first;
    rows[lead] = top;
    rows.forEach((row, rank) => {
      const factor = row[column] ?? 0;
      if (rank !== lead && !isNothing(factor))
        rows[rank] = row.map((value, place) => value - factor * (top[place] ?? 0));
    });
    leads.push(column);
    lead += 1;
  }
  return leads.flatMap((column, rank) => {
    const alone = (rows[rank] ?? []).filter((value) => !isNothing(value)).length === 1;
    return alone ? [unknown[column] ?? -1] : [];
  });
}

/** What is left of a 0 after divisions. */
function isNothing(value: number): boolean {
  return Math.round(value * 1e6) === 0;
}

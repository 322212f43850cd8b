import type { PackFile } from '../../catalogue/index.ts';
import { quoted } from '../../ui/index.ts';
import { COMPARING_MS, MOST } from './budgets.ts';
import { titleOf } from './entries.ts';
import { type DiffLine, differentLines } from './lines.ts';
import { laidOut } from './yamlLayout.ts';
import { isRecord, readTree, valueAt } from './yamlTree.ts';

/** One value that changed: its keys from the root of the file, and what it was and is as JSON; undefined: it wasn't or isn't there. */
export type ValueChange = {
  readonly path: readonly string[];
  readonly was: string | undefined;
  readonly is: string | undefined;
};

export type FileDifference = {
  readonly file: string;
  readonly kind: 'changed' | 'added' | 'gone';
  /** null when the two are too different, or too long, to be compared. */
  readonly lines: readonly DiffLine[] | null;
  /** null when one of the two can't be read: only its lines can be compared. Empty: only comments changed. */
  readonly values: readonly ValueChange[] | null;
  /** What the entries in it are called, by their code; by nothing, where the file is one entry. */
  readonly names: readonly (readonly [code: string, name: string])[];
};

/** Values that aren't shown any more, once so many were. */
export type Differences = { readonly files: readonly FileDifference[]; readonly valuesLeft: number };

/**
 * What differs, file by file, value by value, line by line: what a head of office reads before publishing. As much as a page
 * can show; the rest is counted. How a file is laid out is no difference.
 */
export function differencesBetween(before: readonly PackFile[], after: readonly PackFile[]): Differences {
  const untouched = new Map(before.map(({ file, text }) => [file, text]));
  const kept = new Set(after.filter(({ file, text }) => untouched.get(file) === text).map(({ file }) => file));
  const old = laidOutOf(before, kept);
  const now = laidOutOf(after, kept);
  const names = [...new Set([...old.keys(), ...now.keys()])].sort().filter((file) => old.get(file) !== now.get(file));
  const timeout = COMPARING_MS / Math.max(1, names.length);
  const left = { lines: MOST.lines, values: MOST.values, characters: MOST.characters };
  let valuesLeft = 0;
  const files = names.map((file): FileDifference => {
    const was = old.get(file);
    const is = now.get(file);
    const kind = was === undefined ? 'added' : is === undefined ? 'gone' : 'changed';
    const trees = {
      was: was === undefined ? undefined : readTree(was),
      is: is === undefined ? undefined : readTree(is),
    };
    const values = valueChanges(trees, kind);
    const shown = values === null ? null : affordable(left, 'values', values.map(shortChange));
    valuesLeft += (values?.length ?? 0) - (shown?.length ?? 0);
    const lines = differentLines(was ?? '', is ?? '', timeout);
    return {
      file,
      kind,
      values: shown,
      names: namesIn(trees.is ?? trees.was),
      lines: lines === null ? null : shownOf(lines, left),
    };
  });
  return { files, valuesLeft };
}

function laidOutOf(files: readonly PackFile[], but: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(files.flatMap(({ file, text }) => (but.has(file) ? [] : [[file, laidOut(text)]])));
}

type Left = { lines: number; values: number; characters: number };

/** The first ones that the budget still has room for, paid from it. */
function affordable<T>(left: Left, kind: 'lines' | 'values', items: readonly T[]): readonly T[] {
  const end = items.findIndex((item) => {
    if (left[kind] === 0 || left.characters <= 0) return true;
    left[kind] -= 1;
    left.characters -= JSON.stringify(item).length;
    return false;
  });
  return end < 0 ? items : items.slice(0, end);
}

function shownOf(lines: readonly DiffLine[], left: Left): readonly DiffLine[] {
  const short = lines.map((line) => ('text' in line ? { ...line, text: shortened(line.text) } : line));
  const shown = affordable(left, 'lines', short);
  return shown.length === lines.length ? shown : [...shown, { kind: 'left', count: lines.length - shown.length }];
}

function shortChange({ path, was, is }: ValueChange): ValueChange {
  const short = (text: string | undefined): string | undefined => (text === undefined ? text : shortened(text));
  return { path: path.map(shortened), was: short(was), is: short(is) };
}

function shortened(text: string): string {
  return text.length <= MOST.charactersOfOne ? text : `${text.slice(0, MOST.charactersOfOne)}…`;
}

function valueChanges(
  { was, is }: { readonly was: unknown; readonly is: unknown },
  kind: FileDifference['kind'],
): readonly ValueChange[] | null {
  if ((kind !== 'added' && was === undefined) || (kind !== 'gone' && is === undefined)) return null;
  const nothing = Array.isArray(is ?? was) ? [] : {};
  return compare([], was ?? nothing, is ?? nothing);
}

function namesIn(root: unknown): readonly (readonly [string, string])[] {
  const entries = Array.isArray(root) ? root.map((one) => [nameOf(one) ?? '', one] as const) : [['', root] as const];
  return entries.flatMap(([code, one]) => {
    const title = titleOf(one);
    return title === null ? [] : [[code, title] as const];
  });
}

function compare(path: readonly string[], was: unknown, is: unknown): readonly ValueChange[] {
  if (same(was, is)) return [];
  if (isBlock(was, is) && isBlock(is, was)) {
    const [old, now] = [was ?? {}, is ?? {}];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) =>
      compare([...path, key], valueAt(old, [key]), valueAt(now, [key])),
    );
  }
  if (Array.isArray(was) && Array.isArray(is)) return compareLists(path, was, is);
  return [{ path, was: written(was), is: written(is) }];
}

/** Keys to be compared one by one; a condition is read whole. What isn't there has none of the other's. */
function isBlock(value: unknown, other: unknown): value is Readonly<Record<string, unknown>> | undefined {
  if (value === undefined) return isRecord(other);
  return isRecord(value) && !['fact', 'always', 'all', 'any', 'not'].some((key) => Object.hasOwn(value, key));
}

function compareItem(path: readonly string[], was: unknown, is: unknown): readonly ValueChange[] {
  return was === undefined || is === undefined
    ? [{ path, was: written(was), is: written(is) }]
    : compare(path, was, is);
}

/** Entries that bear a code are compared with their namesake, wherever it stands; other lists position by position. */
function compareLists(
  path: readonly string[],
  was: readonly unknown[],
  is: readonly unknown[],
): readonly ValueChange[] {
  const names = [...was, ...is].map(nameOf);
  if (names.every((name) => name !== null)) {
    const old = new Map(was.map((item) => [nameOf(item), item]));
    const now = new Map(is.map((item) => [nameOf(item), item]));
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) =>
      compareItem([...path, calledBy(name ?? '', path, now.get(name) ?? old.get(name))], old.get(name), now.get(name)),
    );
  }
  if (![...was, ...is].some((item) => typeof item === 'object' && item !== null))
    return [{ path, was: written(was), is: written(is) }];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, index) => index).flatMap((index) =>
    compareItem([...path, String(index + 1)], was[index], is[index]),
  );
}

/** What a part of an entry is called: by its words where it has some, and not by the code that only the files know. */
function calledBy(name: string, path: readonly string[], item: unknown): string {
  if (path.length === 0) return name;
  const words = valueAt(item, ['label']) ?? valueAt(item, ['text']);
  return typeof words === 'string' ? quoted(words) : name;
}

function nameOf(item: unknown): string | null {
  const names = ['cfd', 'code', 'id'].map((key) => valueAt(item, [key]));
  return names.find((name) => typeof name === 'string') ?? null;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Texts as they are, lists of words with commas, the rest as JSON. */
function written(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(', ');
  return JSON.stringify(value, null, 1);
}

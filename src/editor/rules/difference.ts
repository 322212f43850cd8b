import { parse } from 'yaml';
import type { PackFile } from '../../catalogue/index.ts';

/** One value that changed: its keys from the root of the file, and what it was and is as JSON; undefined: it wasn't or isn't there. */
export type ValueChange = {
  readonly path: readonly string[];
  readonly was: string | undefined;
  readonly is: string | undefined;
};

export type FileDifference = {
  readonly file: string;
  readonly kind: 'changed' | 'added' | 'gone';
  readonly was: string;
  readonly is: string;
  /** null when one of the two can't be read: only its lines can be compared. Empty: only comments or layout changed. */
  readonly values: readonly ValueChange[] | null;
};

/** What differs, file by file, value by value: what a head of office reads before publishing. */
export function differencesBetween(before: readonly PackFile[], after: readonly PackFile[]): readonly FileDifference[] {
  const old = new Map(before.map(({ file, text }) => [file, text]));
  const now = new Map(after.map(({ file, text }) => [file, text]));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((file): readonly FileDifference[] => {
    const was = old.get(file);
    const is = now.get(file);
    if (was === is) return [];
    const kind = was === undefined ? 'added' : is === undefined ? 'gone' : 'changed';
    const values = kind === 'changed' ? valueChanges(was ?? '', is ?? '') : [];
    return [{ file, kind, was: was ?? '', is: is ?? '', values }];
  });
}

/** Odd tags are said as faults of the file, not on the server's output. */
const SILENT = { logLevel: 'error' } as const;

function valueChanges(was: string, is: string): readonly ValueChange[] | null {
  try {
    return compare([], parse(was, SILENT), parse(is, SILENT));
  } catch {
    return null;
  }
}

function compare(path: readonly string[], was: unknown, is: unknown): readonly ValueChange[] {
  if (same(was, is)) return [];
  if (isRecord(was) && isRecord(is)) {
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) =>
      compare([...path, key], own(was, key), own(is, key)),
    );
  }
  if (Array.isArray(was) && Array.isArray(is)) return compareLists(path, was, is);
  return [{ path, was: written(was), is: written(is) }];
}

/** Things that bear a code are compared with their namesake, wherever it stands; other lists position by position. */
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
      compare([...path, name ?? ''], old.get(name), now.get(name)),
    );
  }
  if (![...was, ...is].some((item) => typeof item === 'object' && item !== null))
    return [{ path, was: written(was), is: written(is) }];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, index) => index).flatMap((index) =>
    compare([...path, String(index + 1)], was[index], is[index]),
  );
}

function nameOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  for (const key of ['cfd', 'code', 'id']) {
    const name = own(item, key);
    if (typeof name === 'string') return name;
  }
  return null;
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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

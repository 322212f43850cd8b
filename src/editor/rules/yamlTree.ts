import { openYaml, type Path, valuesOf } from '../../catalogue/index.ts';

/** What a file of the catalogue may hold. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export type { Path };

/** The values of a file, undefined where it can't be read. A key written twice is read: the last one counts. */
export function readTree(text: string): unknown {
  const opened = openYaml(text);
  if (!opened.ok || opened.value.document.errors.length > 0) return undefined;
  const values = valuesOf(opened.value.document);
  return values.ok ? values.value : undefined;
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
    return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, root);
}

/** A text or a number as it reads; empty for anything else. */
export function textAt(root: unknown, path: Path): string {
  const value = valueAt(root, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function listAt(root: unknown, path: Path): readonly unknown[] {
  const value = valueAt(root, path);
  return Array.isArray(value) ? value : [];
}

/** The texts and numbers of a list. */
export function textsAt(root: unknown, path: Path): readonly string[] {
  return listAt(root, path).flatMap((item) =>
    typeof item === 'string' || typeof item === 'number' ? [String(item)] : [],
  );
}

/** A whole number, or null. */
export function numberAt(root: unknown, path: Path): number | null {
  const value = valueAt(root, path);
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Do two values say the same? Keys in any order. */
export function sameTree(a: unknown, b: unknown): boolean {
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameTree(item, b[index]));
  if (!isRecord(a)) return Object.is(a, b);
  if (!isRecord(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameTree(a[key], b[key]))
  );
}

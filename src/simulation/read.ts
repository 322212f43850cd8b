import type * as z from 'zod';
import type { Regulation, Unit } from '../catalogue/index.ts';
import { halfPointsIn } from '../ui/index.ts';
import type { InputFault } from './inputFault.ts';
import { texts } from './texts.ts';

type Fields = Readonly<Record<string, z.ZodType>>;
export type Values<F extends Fields> = { readonly [Name in keyof F]?: z.output<F[Name]> };

/**
 * Reads each field by itself, so that what is right can still be checked against the rest, and every fault is said at once.
 * A list beyond its budget (`most`) is refused before one of its items is looked at.
 */
export function readFields<F extends Fields>(
  fields: F,
  input: unknown,
  most: Readonly<Record<string, number>>,
): { readonly values: Values<F>; readonly faults: readonly InputFault[] } {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { values: {}, faults: [{ path: '', message: texts.notAnObject }] };
  const given = new Map(Object.entries(input));
  const values: Record<string, unknown> = {};
  const faults: InputFault[] = [];
  for (const [name, schema] of Object.entries(fields)) {
    const value: unknown = given.get(name);
    const limit = most[name];
    if (limit !== undefined && Array.isArray(value) && value.length > limit) {
      faults.push({ path: name, message: texts.tooMany(limit, value.length) });
      continue;
    }
    const read = schema.safeParse(value);
    if (read.success) values[name] = read.data;
    else
      for (const { path, message } of read.error.issues)
        faults.push({ path: [name, ...path].reduce(step, ''), message });
  }
  return { values: values as Values<F>, faults };
}

function step(path: string, next: PropertyKey): string {
  if (typeof next === 'number') return `${path}[${next}]`;
  return path === '' ? String(next) : `${path}.${String(next)}`;
}

/** A mark such as `12.5` or `12,5` as half points, or null when it isn't from 0 to 20 in halves. */
export function halfPointsOf(mark: string): number | null {
  const read = halfPointsIn(mark);
  return read.ok ? read.value : null;
}

/** The unit that a code means: as in the regulation, or our own id where it gives none; `UF` for the optional unit. */
export function unitNamed(regulation: Pick<Regulation, 'units'>, code: string): Unit | null {
  const exact = regulation.units.find((unit) => unit.code === code || unit.id === code);
  if (exact !== undefined) return exact;
  return code === 'UF' ? (regulation.units.find(({ kind }) => /OPTIONAL$/.test(kind)) ?? null) : null;
}

/** Codes given twice, and both options of a choice: at the second one. */
export function repeatedUnits(
  regulation: Pick<Regulation, 'units'>,
  given: readonly { readonly code: string; readonly entered: boolean }[],
  pathOf: (index: number) => string,
): readonly InputFault[] {
  const seen = new Map<string, string>();
  return given.flatMap(({ code, entered }, index) => {
    const unit = unitNamed(regulation, code);
    if (unit === null) return [{ path: pathOf(index), message: texts.unitUnknown(code, codesOf(regulation)) }];
    if (seen.has(`unit ${unit.id}`)) return [{ path: pathOf(index), message: texts.unitTwice(code) }];
    seen.set(`unit ${unit.id}`, code);
    if (unit.choiceGroup === undefined || !entered) return [];
    const other = seen.get(`choice ${unit.choiceGroup}`);
    if (other !== undefined) return [{ path: pathOf(index), message: texts.bothOptions(other, code) }];
    seen.set(`choice ${unit.choiceGroup}`, code);
    return [];
  });
}

function codesOf(regulation: Pick<Regulation, 'units'>): readonly string[] {
  return regulation.units.map((unit) => unit.code ?? unit.id);
}

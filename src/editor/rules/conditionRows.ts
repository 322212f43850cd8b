import { type Condition, FACT_NAMES, type FactName, PARTS, shapeOf } from '../../catalogue/index.ts';
import { texts } from '../texts/conditions.ts';
import { isFact } from './conditions.ts';

/** The conditions that a form can write: facts, or their contrary, all of them or one of them. */

export type Join = 'always' | 'all' | 'any';
/** One row: a fact with its value, as an option of a list (`minor=oui`, `category!distance-learner`), and a number where it has one. */
export type FactRow = { readonly option: string; readonly number: number | null };
export type ConditionRows = { readonly join: Join; readonly rows: readonly FactRow[] };

type Leaf = Extract<Condition, { readonly fact: FactName }>;

export type FactOption = { readonly value: string; readonly label: string; readonly group: string };

/** Every fact that a row may name, in words. */
export const FACT_OPTIONS: readonly FactOption[] = FACT_NAMES.flatMap((fact) => {
  const shape = shapeOf(fact);
  const group = texts.facts[fact];
  if (shape.kind === 'number')
    return [true, false].map((holds) => ({
      value: `${fact}${holds ? '<' : '>='}`,
      label: texts.belowAsked(holds),
      group,
    }));
  const values = shape.kind === 'boolean' ? ['oui'] : shape.values;
  return values.flatMap((value) =>
    [true, false].map((holds) => ({
      value: shape.kind === 'boolean' ? `${fact}=${holds ? 'oui' : 'non'}` : `${fact}${holds ? '=' : '!'}${value}`,
      label: texts.is(fact, shape.kind === 'boolean' ? true : value, holds),
      group,
    })),
  );
});

/** The fact that an option of the list names. */
export function factOf(option: string): string {
  return /^\w+/.exec(option)?.[0] ?? '';
}

/** The rows of a condition; null when it has another shape: it is then read in words and changed in its file. */
export function rowsOf(condition: Condition): ConditionRows | null {
  if ('always' in condition) return { join: 'always', rows: [] };
  const group = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition];
  if (group.length > PARTS.conditions) return null;
  const rows = group.map((one) => ('not' in one ? rowOf(one.not, false) : rowOf(one, true)));
  const sound = rows.filter((row) => row !== null);
  return sound.length === rows.length ? { join: 'any' in condition ? 'any' : 'all', rows: sound } : null;
}

function rowOf(condition: Condition, holds: boolean): FactRow | null {
  if (!('fact' in condition)) return null;
  const { fact } = condition;
  if ('below' in condition) return known({ option: `${fact}${holds ? '<' : '>='}`, number: condition.below });
  const value = 'is' in condition ? condition.is : condition.includes;
  if (typeof value === 'boolean') return known({ option: `${fact}=${value === holds ? 'oui' : 'non'}`, number: null });
  return known({ option: `${fact}${holds ? '=' : '!'}${value}`, number: null });
}

function known(row: FactRow): FactRow | null {
  return FACT_OPTIONS.some(({ value }) => value === row.option) ? row : null;
}

/** Does that option ask for a number? */
export function asksNumber(option: string): boolean {
  return /(<|>=)$/.test(option);
}

/** The condition that rows make; null for rows that don't make one. */
export function conditionOf({ join, rows }: ConditionRows): Condition | null {
  if (join === 'always') return { always: true };
  const conditions = rows.map(leafOf);
  const sound = conditions.filter((one) => one !== null);
  const [only] = sound;
  if (only === undefined || sound.length !== conditions.length) return null;
  if (sound.length === 1) return only;
  return join === 'any' ? { any: sound } : { all: sound };
}

function leafOf({ option, number }: FactRow): Condition | null {
  const [, name = '', sign = '', value = ''] = /^(\w+?)(=|!|<|>=)(.*)$/.exec(option) ?? [];
  if (!isFact(name)) return null;
  const [fact, shape] = [name, shapeOf(name)];
  if (shape.kind === 'number') {
    if (number === null || !asksNumber(option)) return null;
    const below: Leaf = { fact, below: number };
    return sign === '<' ? below : { not: below };
  }
  if (shape.kind === 'boolean') return sign === '=' ? { fact, is: value === 'oui' } : null;
  const meant = shape.values.find((one) => String(one) === value);
  if (meant === undefined) return null;
  const leaf: Leaf = shape.kind === 'list' ? { fact, includes: meant } : { fact, is: meant };
  return sign === '!' ? { not: leaf } : leaf;
}

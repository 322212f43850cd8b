import type { Condition } from '../../catalogue/index.ts';
import { asksNumber, conditionOf, type FactRow, type Join, type Rows } from './conditionRows.ts';
import type { Thing } from './things.ts';
import { sameLines, slug, typographic } from './words.ts';
import type { Edit } from './yamlEdit.ts';
import { listAt, type Path, type Plain, sameTree, textAt, valueAt } from './yamlTree.ts';

/** What the values of a form make of the lists of a piece: its rules and its canned reasons. */

export type Values = Readonly<Record<string, unknown>>;

/** The rows typed under a name, or which of them is to be corrected. */
export function typedCondition(
  values: Values,
  name: string,
  size: number,
): { readonly condition: Condition } | { readonly missing: 'fact' | number } {
  const join: Join = values[`${name}-join`] === 'always' ? 'always' : values[`${name}-join`] === 'any' ? 'any' : 'all';
  const rows: FactRow[] = [];
  for (let index = 0; index < size; index += 1) {
    const option = values[`${name}-fact-${index}`];
    const number = values[`${name}-number-${index}`];
    if (typeof option !== 'string' || option === '') continue;
    if (asksNumber(option) && typeof number !== 'number' && join !== 'always') return { missing: index };
    rows.push({ option, number: typeof number === 'number' ? number : null });
  }
  const condition = conditionOf({ join, rows });
  return condition === null ? { missing: 'fact' } : { condition };
}

/** The condition is written anew only when the form says something else. */
export function conditionEdit(path: Path, before: Rows, after: Condition): readonly Edit[] {
  return sameTree(plainOf(conditionOf(before)), plainOf(after))
    ? []
    : [{ path: [...path, 'when'], set: plainOf(after) }];
}

export function plainOf(condition: Condition | null): Plain {
  if (condition === null) return null;
  if ('all' in condition) return { all: condition.all.map(plainOf) };
  if ('any' in condition) return { any: condition.any.map(plainOf) };
  if ('not' in condition) return { not: plainOf(condition.not) };
  return { ...condition };
}

/** Reasons changed at their place, those emptied taken away, then the new one. */
export function reasonEdits({ path, root, value }: Thing, values: Values): readonly Edit[] {
  const at = (index: number): Path => [...path, 'cannedReasons', index];
  const reasons = listAt(value, ['cannedReasons']);
  const typed = (index: number): string => String(values[`reason-${index}`] ?? '');
  const kept = reasons.filter((_, index) => typed(index) !== '').length;
  const changed = reasons.flatMap((reason, index): readonly Edit[] => {
    const before = valueAt(root, [...at(index), 'text']);
    const same = typeof before === 'string' && sameLines(before, typed(index));
    return typed(index) === '' || same || reason === null
      ? []
      : [{ path: [...at(index), 'text'], set: typographic(typed(index)) }];
  });
  const gone = reasons
    .flatMap((_, index): readonly Edit[] => (typed(index) === '' ? [{ path: at(index), remove: true }] : []))
    .reverse();
  const text = String(values['reason-new'] ?? '');
  const code = newReasonCode(value, values);
  return [...changed, ...gone, ...(text === '' ? [] : [{ path: at(kept), insert: { code, text: typographic(text) } }])];
}

/** The code typed, or one from the first words that no other reason of the piece has. */
export function newReasonCode(piece: unknown, values: Values): string {
  const typed = values['reason-new-code'];
  if (typeof typed === 'string' && typed !== '') return typed;
  const taken = new Set(listAt(piece, ['cannedReasons']).map((reason) => textAt(reason, ['code'])));
  const words =
    slug(String(values['reason-new'] ?? ''))
      .split('-')
      .slice(0, 4)
      .join('-')
      .slice(0, 30) || 'motif';
  let code = words;
  for (let more = 2; taken.has(code); more += 1) code = `${words}-${more}`;
  return code;
}

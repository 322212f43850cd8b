import { asksHealth, type Condition, type FactName, isHealthFact, type Looks, PARTS } from '../../catalogue/index.ts';
import { ok, refuse } from '../../platform/result.ts';
import { type Field, oneOf, textCheck } from '../../ui/index.ts';
import {
  asksNumber,
  type ConditionRows,
  conditionOf,
  FACT_OPTIONS,
  type FactRow,
  factOf,
  type Join,
  rowsOf,
} from '../rules/conditionRows.ts';
import { readCondition } from '../rules/conditions.ts';
import { conditionInWords } from '../rules/conditionWords.ts';
import { type Path, type Plain, sameTree } from '../rules/yamlTree.ts';
import { texts } from '../texts/conditions.ts';

const say = texts.rows;
/** Empty rows under those of a condition. */
const SPARE = 1;

/** A condition as rows of facts; `rows` null: it has a shape that rows can't write, and is changed in its file. */
export type ConditionNode = {
  readonly kind: 'condition';
  readonly key: string;
  readonly name: string;
  readonly path: Path;
  /** As what follows « Demandée ». */
  readonly inWords: string | null;
  readonly rows: ConditionRows | null;
  readonly fields: readonly Field[];
  readonly typed: Readonly<Record<string, string>>;
};

export type Read = { readonly after: Plain | undefined } | { readonly field: string; readonly message: string };
type Values = Readonly<Record<string, unknown>>;

export function conditionNode(order: {
  readonly key: string;
  readonly name: string;
  readonly path: Path;
  readonly words: Looks;
  readonly value: unknown;
  readonly needed: boolean;
  readonly mayAskHealth: boolean;
}): ConditionNode {
  const { key, name, path, words, value, needed, mayAskHealth } = order;
  const condition = readCondition(value);
  const rows = condition !== null ? rowsOf(condition) : value === undefined ? { join: 'all' as const, rows: [] } : null;
  const joins = Object.entries(say.joins).map(([one, label]) => ({ value: one, label }));
  // A piece that the office reads may ask for nothing declared of one's health.
  const offered = mayAskHealth ? FACT_OPTIONS : FACT_OPTIONS.filter((one) => !isHealthFact(factOf(one.value)));
  const count = Math.min((rows?.rows.length ?? 0) + SPARE, PARTS.conditions);
  const fields: readonly Field[] = [
    {
      name,
      label: words.label,
      control: 'radio',
      options: joins,
      optional: !needed,
      missing: say.joinMissing,
      check: oneOf(joins),
    },
    ...Array.from({ length: count }, (_, index): readonly Field[] => [
      {
        name: `${name}-fact-${index}`,
        label: say.fact(index + 1),
        control: 'select',
        options: offered,
        optional: true,
        missing: '',
        check: oneOf(offered),
      },
      {
        name: `${name}-number-${index}`,
        label: say.number(index + 1),
        control: 'number',
        width: 4,
        optional: true,
        missing: '',
        check: AGE,
      },
    ]).flat(),
  ];
  return {
    kind: 'condition',
    key,
    name,
    path,
    inWords: condition === null ? null : conditionInWords(condition),
    rows,
    fields: rows === null ? [] : fields,
    typed: rows === null || value === undefined ? {} : typedRows(name, rows),
  };
}

const AGE = textCheck((typed) => {
  const age = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return age >= 1 && age <= 120 ? ok(age) : refuse(say.numberMessage);
}, String);

function typedRows(name: string, { join, rows }: ConditionRows): Readonly<Record<string, string>> {
  return Object.fromEntries([
    [name, join],
    ...rows.flatMap(({ option, number }, index) => [
      [`${name}-fact-${index}`, option],
      [`${name}-number-${index}`, number === null ? '' : String(number)],
    ]),
  ]);
}

/** The condition that was typed, as the file has it where it says the same; or which field is to be corrected. */
export function readRows({ name, rows, fields }: ConditionNode, values: Values, before: unknown): Read {
  if (rows === null) return { after: before as Plain };
  const join: Join = values[name] === 'always' ? 'always' : values[name] === 'any' ? 'any' : 'all';
  const typed: FactRow[] = [];
  for (let index = 0; index < (fields.length - 1) / 2; index += 1) {
    const option = values[`${name}-fact-${index}`];
    const number = values[`${name}-number-${index}`];
    if (typeof option !== 'string' || option === '') continue;
    if (asksNumber(option) && typeof number !== 'number' && join !== 'always')
      return { field: `${name}-number-${index}`, message: say.numberMissing };
    typed.push({ option, number: typeof number === 'number' ? number : null });
  }
  const condition = conditionOf({ join, rows: typed });
  if (condition === null) return { field: `${name}-fact-0`, message: say.factMissing };
  const after = plainOf(condition);
  return { after: before !== undefined && sameTree(plainOf(conditionOf(rows)), after) ? (before as Plain) : after };
}

/** Is one of its rules asking what is declared of one's health already? */
export function someAskHealth(conditions: readonly unknown[]): boolean {
  return conditions.map((one) => readCondition(one)).some((one) => one !== null && asksHealth(one));
}

function plainOf(condition: Condition | null): Plain {
  if (condition === null) return null;
  if ('all' in condition) return { all: condition.all.map(plainOf) };
  if ('any' in condition) return { any: condition.any.map(plainOf) };
  if ('not' in condition) return { not: plainOf(condition.not) };
  return { ...condition };
}

export type { FactName };

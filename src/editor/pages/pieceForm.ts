import { asksHealth, isHealthFact, PARTS } from '../../catalogue/index.ts';
import { type Field, tickedOrNot } from '../../ui/index.ts';
import { type Bound, linesBound, textBound, valueBound } from '../rules/bound.ts';
import { FACT_OPTIONS, type FactOption, factOf, type Rows, rowsOf } from '../rules/conditionRows.ts';
import { readCondition } from '../rules/conditions.ts';
import { conditionInWords } from '../rules/conditionWords.ts';
import type { Thing } from '../rules/things.ts';
import type { Edit } from '../rules/yamlEdit.ts';
import { listAt, type Path, valueAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/pieces.ts';
import { choiceField, lineField, numberField, proseField, yesNoField } from './fields.ts';

const say = texts.edit;
const ORDER = [
  'code',
  'ownCode',
  'label',
  'description',
  'example',
  'repeatable',
  'health',
  'excuses',
  'rules',
  'mustProve',
  'cannedReasons',
];
/** Empty rows under those of a condition. */
const SPARE = 1;

export type RuleForm = {
  readonly path: Path;
  /** Begins the names of its fields. */
  readonly name: string;
  readonly bounds: readonly Bound[];
  readonly words: string | null;
  /** Null: it has a shape that rows can't write. */
  readonly rows: Rows | null;
  readonly join: Field;
  readonly facts: readonly { readonly fact: Field; readonly number: Field }[];
};

export type PieceForm = {
  readonly about: readonly Bound[];
  readonly mustProve: readonly Bound[];
  readonly rules: readonly RuleForm[];
  readonly reasons: readonly Bound[];
  /** Outside the file until they are filled. */
  readonly fresh: { readonly rule: RuleForm; readonly reason: Field; readonly reasonCode: Field };
};

export function pieceForm({ path, value }: Thing): PieceForm {
  const at = (...steps: Path): Path => [...path, ...steps];
  const rules = listAt(value, ['rules']);
  // A piece that the office reads may ask for nothing declared of one's health; what a file says already is shown as it is.
  const mayAsk = valueAt(value, ['health']) === true || rules.some(asksHealthAt);
  const offered = mayAsk ? FACT_OPTIONS : FACT_OPTIONS.filter(({ value: option }) => !isHealthFact(factOf(option)));
  return {
    about: [
      textBound(lineField({ name: 'label', label: say.label, missing: say.labelMissing, width: 60 }), {
        path: at('label'),
      }),
      textBound(
        proseField({
          name: 'description',
          label: say.description,
          hint: say.descriptionHint,
          missing: say.descriptionMissing,
        }),
        { path: at('description') },
      ),
      textBound(proseField({ name: 'example', label: say.example, rows: 2 }), { path: at('example'), order: ORDER }),
      repeatable(at('repeatable')),
    ],
    mustProve: [
      linesBound(
        proseField({
          name: 'mustProve',
          label: say.mustProve,
          hint: say.mustProveHint,
          missing: say.mustProveMissing,
          rows: 5,
        }),
        { path: at('mustProve') },
      ),
    ],
    rules: rules
      .slice(0, PARTS.rules)
      .map((rule, index) => ruleForm(`rule-${index}`, at('rules', index), rule, true, offered)),
    reasons: listAt(value, ['cannedReasons'])
      .slice(0, PARTS.cannedReasons)
      .map((_, index) =>
        textBound(proseField({ name: `reason-${index}`, label: say.reason(index + 1), rows: 2 }), {
          path: at('cannedReasons', index, 'text'),
        }),
      ),
    fresh: {
      rule: ruleForm('rule-new', at('rules', rules.length), {}, false, offered),
      reason: proseField({ name: 'reason-new', label: say.newReason, rows: 2 }),
      reasonCode: lineField({
        name: 'reason-new-code',
        label: say.newReasonCode,
        hint: say.newReasonCodeHint,
        width: 24,
        shape: { is: /^[A-Za-z0-9-]{1,40}$/, message: say.codeShape },
      }),
    },
  };
}

/** Every field of the form, in its order. */
export function fieldsOf(form: PieceForm): readonly Field[] {
  return [
    ...form.about.map(({ field }) => field),
    ...form.rules.flatMap(ruleFields),
    ...form.rules.map(removal),
    ...ruleFields(form.fresh.rule),
    ...form.mustProve.map(({ field }) => field),
    ...form.reasons.map(({ field }) => field),
    form.fresh.reason,
    form.fresh.reasonCode,
  ];
}

/** The fields that stand in the file as they are; conditions and new things are written apart. */
export function boundsOf(form: PieceForm): readonly Bound[] {
  return [...form.about, ...form.rules.flatMap(({ bounds }) => bounds), ...form.mustProve];
}

export function ruleFields({ rows, bounds, join, facts }: RuleForm): readonly Field[] {
  return [
    ...(rows === null ? [] : [join, ...facts.flatMap(({ fact, number }) => [fact, number])]),
    ...bounds.map(({ field }) => field),
  ];
}

export function removal({ name }: Pick<RuleForm, 'name'>): Field {
  return {
    name: `${name}-remove`,
    label: say.removeRule,
    control: 'checkbox',
    optional: true,
    missing: '',
    check: tickedOrNot(),
  };
}

/** What stands in the rows of a condition. */
export function typedRows({ name, rows }: RuleForm): Readonly<Record<string, string>> {
  if (rows === null) return {};
  return Object.fromEntries([
    [`${name}-join`, rows.join],
    ...rows.rows.flatMap(({ option, number }, index) => [
      [`${name}-fact-${index}`, option],
      [`${name}-number-${index}`, number === null ? '' : String(number)],
    ]),
  ]);
}

function asksHealthAt(rule: unknown): boolean {
  const condition = readCondition(valueAt(rule, ['when']));
  return condition !== null && asksHealth(condition);
}

function ruleForm(name: string, path: Path, rule: unknown, known: boolean, options: readonly FactOption[]): RuleForm {
  const condition = readCondition(valueAt(rule, ['when']));
  const rows = condition === null ? (known ? null : { join: 'all' as const, rows: [] }) : rowsOf(condition);
  const needed = (missing: string): { missing?: string } => (known ? { missing } : {});
  return {
    path,
    name,
    words: condition === null ? null : conditionInWords(condition),
    rows,
    join: choiceField({
      name: `${name}-join`,
      label: say.join,
      options: Object.entries(say.joins).map(([value, label]) => ({ value, label })),
      ...needed(say.joinMissing),
    }),
    facts: Array.from({ length: (rows?.rows.length ?? 0) + SPARE }, (_, index) => ({
      fact: choiceField({
        name: `${name}-fact-${index}`,
        label: say.fact(index + 1),
        control: 'select',
        options,
      }),
      number: numberField({
        name: `${name}-number-${index}`,
        label: say.number(index + 1),
        min: 1,
        max: 120,
        message: say.numberMessage,
        width: 4,
      }),
    })),
    bounds: [
      textBound(proseField({ name: `${name}-why`, label: say.why, rows: 2, ...needed(say.whyMissing) }), {
        path: [...path, 'why'],
      }),
      textBound(lineField({ name: `${name}-source`, label: say.source, width: 60, ...needed(say.sourceMissing) }), {
        path: [...path, 'source'],
      }),
    ],
  };
}

/** Absent is no. */
function repeatable(path: Path): Bound {
  const field = yesNoField({
    name: 'repeatable',
    label: say.repeatable,
    hint: say.repeatableHint,
    missing: say.repeatableMissing,
  });
  return {
    ...valueBound(field, { path }),
    typed: (root) => (valueAt(root, path) === true ? 'oui' : 'non'),
    edits: (root, value): readonly Edit[] =>
      (valueAt(root, path) === true) === (value === true) ? [] : [{ path, set: value === true, order: ORDER }],
  };
}

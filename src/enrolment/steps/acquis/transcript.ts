import { type Body, defineField, frenchDate, type Option, oneOf, type Typed } from '../../../ui/index.ts';
import { choiceIn, isBoth, type RowRules, type TypedRow } from '../../device/row.ts';
import { type CreditRules, firstDayOf, mayCarry } from '../../rules/credits.ts';
import type { Slot } from '../../rules/slots.ts';
import { textIn } from '../reading.ts';
import { creditFields } from './creditFields.ts';
import { texts as say } from './texts.ts';

const answers: readonly Option<'oui' | 'non'>[] = [
  { value: 'oui', label: say.hasMarks },
  { value: 'non', label: say.hasNone },
];

/** What the page asks and the answers don't keep: whether there are marks, and the day that most of them have in common. */
export const transcriptFields = {
  has: defineField({
    name: 'notes',
    label: say.question,
    control: 'radio',
    options: answers,
    missing: say.questionMissing,
    check: oneOf(answers),
  }),
  day: defineField({
    name: 'dateReleve',
    label: say.day,
    hint: say.dayHint,
    control: 'date',
    inputMode: 'numeric',
    width: 12,
    optional: true,
    check: frenchDate(),
  }),
} as const;

/** Is it the page's form, and not answers as they are kept, which name the choice of each unit? */
export function isTyped(slots: readonly Slot[], rules: CreditRules, source: Body | Typed): boolean {
  return !slots.some((slot) => textIn(source, creditFields(slot, rules).choice.name) !== '');
}

/** The row of a unit, with the day of the transcript where a mark has none of its own. */
export function rowOf(slot: Slot, rules: CreditRules, source: Body | Typed): TypedRow {
  const { mark, obtainedOn, ground } = creditFields(slot, rules);
  const typed = textIn(source, mark.name);
  const own = textIn(source, obtainedOn.name);
  return {
    mark: typed,
    day: own === '' && typed !== '' ? textIn(source, transcriptFields.day.name) : own,
    ground: textIn(source, ground.name),
  };
}

/** The same answers with the choice that each row declares: what the fields of a unit are read by. */
export function withChoices(slots: readonly Slot[], rules: CreditRules, source: Body | Typed): Body {
  if (!isTyped(slots, rules, source)) return source;
  const none = textIn(source, transcriptFields.has.name) === 'non';
  const rows = slots.flatMap((slot) => {
    const { choice, mark, obtainedOn } = creditFields(slot, rules);
    const row = rowOf(slot, rules, source);
    return [
      [choice.name, none ? 'sit' : choiceIn(row, rules.keptFrom)],
      [mark.name, row.mark],
      [obtainedOn.name, row.day],
    ];
  });
  return { ...source, ...Object.fromEntries(rows) };
}

/** The rows that hold a mark and a ground. */
export function bothIn(slots: readonly Slot[], rules: CreditRules, source: Body | Typed): readonly Slot[] {
  return slots.filter((slot) => isBoth(rowOf(slot, rules, source)));
}

/** What the browser judges a row by. */
export function rowRules(rules: CreditRules): RowRules {
  return {
    keptFrom: rules.keptFrom,
    mayCarry: mayCarry(rules),
    from: firstDayOf(rules).toString(),
    to: rules.today.toString(),
  };
}

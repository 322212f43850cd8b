import { correspond, isOfFormerRegulation, type NewMark, tablesOf } from './correspondence.ts';
import { type Credit, type CreditRules, type DeclaredCredit, isTooOld } from './credits.ts';
import type { Slot } from './slots.ts';

/** Why the office must judge a credit that the rules don't refuse. */
export type DoubtWhy =
  /** Of a regulation before this one, whose table of correspondence nobody has. */
  | 'no-table'
  /** The same, with a table: it depends on the option sat before; several old units are merged; none leads here. */
  | 'table-to-choose'
  | 'merged'
  | 'no-origin'
  /** A mark below ten in the globale form, because of a handicap. */
  | 'carried-in-globale'
  /** Its mark or its day isn't said. */
  | 'unsaid'
  /** It ends before the day of the exam that we derived, and not before any that it may be. */
  | 'exam-day'
  /** A ground that no text decides, such as the notice's own: any diploma of at least the same level. */
  | 'judged-ground';

export type CreditDoubt = { readonly slot: Slot; readonly why: DoubtWhy; readonly source: string };

/** What the office must judge, credit by credit; nothing of what is plain. */
export function doubtsOn(declared: readonly DeclaredCredit[], rules: CreditRules): readonly CreditDoubt[] {
  return declared.flatMap((one) => doubtsOnOne(one, rules));
}

function doubtsOnOne({ slot, credit, unsaid = false }: DeclaredCredit, rules: CreditRules): readonly CreditDoubt[] {
  if (credit.choice === 'exempt') {
    const ground = rules.grounds.find(({ code }) => code === credit.ground);
    return ground?.judged === true ? [{ slot, why: 'judged-ground', source: ground.source }] : [];
  }
  const why = isOfFormerRegulation(credit.obtainedOn, rules.regulation) ? whyFormer(slot, credit, rules) : null;
  return [
    ...(unsaid ? [{ slot, why: 'unsaid', source: rules.source } as const] : []),
    ...(isTooOld(credit.obtainedOn, rules) && !isTooOld(credit.obtainedOn, rules, rules.possibleExamDays?.first)
      ? [{ slot, why: 'exam-day', source: rules.source } as const]
      : []),
    ...(why === null
      ? []
      : [{ slot, why, source: rules.regulation.equivalences?.source ?? rules.correspondenceSource }]),
    ...(credit.choice === 'carry' && rules.form === 'GLOBAL'
      ? [{ slot, why: 'carried-in-globale', source: rules.handicapSource } as const]
      : []),
  ];
}

type MarkCredit = Extract<Credit, { readonly choice: 'keep' | 'carry' }>;

/** Plain only where every table leads to this unit from one old unit: its mark is then the one declared. */
function whyFormer(slot: Slot, credit: MarkCredit, rules: CreditRules): DoubtWhy | null {
  const results = tablesOf(rules.regulation).map((table) => resultOf(slot, credit, table, rules));
  if (results.length === 0) return 'no-table';
  if (results.every((result) => result === null)) return 'no-origin';
  if (results.some((result) => result === null)) return 'table-to-choose';
  return results.some((result) => result?.code === 'office') ? 'merged' : null;
}

/** null: no old unit of this table leads here. The declared mark is all that is known of each old one, and not its weight. */
function resultOf(slot: Slot, credit: MarkCredit, table: string, rules: CreditRules): NewMark | null {
  const { regulation, form, keptMarkYears, examStartsOn } = rules;
  const unit = credit.option ?? slot.units[0].id;
  const { halfPoints, obtainedOn } = credit;
  const row = regulation.equivalences?.tables?.[table]?.find(({ to }) => to === unit);
  const marks = new Map((row?.from ?? []).map((old) => [old, { halfPoints, coefficient: null, obtainedOn }]));
  const found = correspond(regulation, { table, marks, form, keptMarkYears, neededOn: examStartsOn.with({ day: 1 }) });
  const result = found.known ? found.lines.find((line) => line.unit === unit)?.result : undefined;
  return result === undefined || (result.code === 'sit' && result.why === 'no-origin') ? null : result;
}

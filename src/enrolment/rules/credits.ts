import type { Exam, PassMarks, Regulation, Unit } from '../../catalogue/index.ts';
import { createMemory } from '../../platform/memory.ts';
import type { ExamForm } from '../enrolment.ts';
import type { ExamDays } from './examDays.ts';
import { coefficientOf, type Slot } from './slots.ts';
import type { CountedUnit } from './target.ts';

/**
 * What a candidate makes of a unit: sits it; **keeps** a mark of 10 or more (*bénéfice*, stays in the average); **carries** a
 * lower one (*report*, progressive form, stays in the average); is **exempted** (*dispense*, its coefficient leaves the
 * average).
 */
export type CreditChoice = 'sit' | 'keep' | 'carry' | 'exempt';
export type GroundCode = Exam['exemptionGrounds'][number]['code'];

export type Credit =
  | { readonly choice: 'sit' }
  | {
      readonly choice: 'keep' | 'carry';
      readonly halfPoints: number;
      readonly obtainedOn: Temporal.PlainDate;
      readonly option: string | null;
    }
  | { readonly choice: 'exempt'; readonly ground: GroundCode };

/**
 * A credit asked for a unit, or for one unit of a choice. `ground: null`: not said, the piece asked will tell; `unsaid`: its mark or
 * its day isn't, and is taken as it would be accepted (an enrolment says both).
 */
export type DeclaredCredit = {
  readonly slot: Slot;
  readonly unsaid?: boolean;
  readonly credit: Exclude<Credit, { readonly choice: 'sit' }> | { readonly choice: 'exempt'; readonly ground: null };
};

export type CreditRules = {
  readonly form: ExamForm;
  /** A handicapped candidate may carry marks in the globale form too (D351-27, to be checked by the office). */
  readonly handicap: boolean;
  readonly today: Temporal.PlainDate;
  readonly examStartsOn: Temporal.PlainDate;
  /** While the day of the exam is only derived. */
  readonly possibleExamDays?: ExamDays;
  readonly keptMarkYears: number;
  /** Half points from which a mark is kept; null: any mark is. */
  readonly keptFrom: number | null;
  readonly pass: PassMarks;
  /** The forms in which a lower one is carried. */
  readonly carriedIn: Exam['credits']['carriedIn'];
  /** What says all this; and what says which old units lead to which new ones. */
  readonly source: string;
  readonly correspondenceSource: string;
  /** What lets somebody with a handicap carry a mark in the globale form. */
  readonly handicapSource: string;
  readonly exemptionBasis: 'order' | 'notice';
  readonly grounds: Exam['exemptionGrounds'];
  readonly regulation: Pick<Regulation, 'units' | 'unitExemptions' | 'equivalences' | 'firstSession'>;
};

export type CreditFault =
  | 'mark-below-ten'
  | 'mark-of-ten-or-more'
  | 'mark-too-old'
  | 'mark-in-the-future'
  | 'carry-needs-progressive'
  | 'ground-not-for-this-unit'
  | 'option-missing';

/** Why a credit can't be granted, or null. */
export function judgeCredit(slot: Slot, credit: Credit, rules: CreditRules): CreditFault | null {
  if (credit.choice === 'sit') return null;
  if (credit.choice === 'exempt')
    return refuseGround(slot, credit.ground, rules) === null ? null : 'ground-not-for-this-unit';
  if (credit.choice === 'carry' && !mayCarry(rules)) return 'carry-needs-progressive';
  if (credit.choice === 'keep' && credit.halfPoints < lowestKept(rules)) return 'mark-below-ten';
  if (credit.choice === 'carry' && credit.halfPoints >= lowestKept(rules)) return 'mark-of-ten-or-more';
  if (Temporal.PlainDate.compare(credit.obtainedOn, rules.today) > 0) return 'mark-in-the-future';
  if (isTooOld(credit.obtainedOn, rules, rules.possibleExamDays?.first)) return 'mark-too-old';
  if (slot.units.length > 1 && !slot.units.some((unit) => unit.id === credit.option)) return 'option-missing';
  return null;
}

/** Marks that are too low to be kept are carried in some forms (D337-115); a handicap opens it in the others, to be checked. */
export function mayCarry({
  form,
  handicap,
  keptFrom,
  carriedIn,
}: Pick<CreditRules, 'form' | 'handicap' | 'keptFrom' | 'carriedIn'>): boolean {
  return keptFrom !== null && (carriedIn.includes(form) || (handicap && carriedIn.length > 0));
}

/** In half points. */
export function lowestKept({ keptFrom }: Pick<CreditRules, 'keptFrom'>): number {
  return keptFrom ?? 0;
}

/** Is its last day before the month of the exam? No text read says which day of that month decides: it benefits the candidate. */
export function isTooOld(
  obtainedOn: Temporal.PlainDate,
  rules: Pick<CreditRules, 'keptMarkYears' | 'examStartsOn'>,
  exam: Temporal.PlainDate = rules.examStartsOn,
): boolean {
  return Temporal.PlainDate.compare(lastDayOf(obtainedOn, rules.keptMarkYears), exam.with({ day: 1 })) < 0;
}

/** The first day of a mark that isn't too old. */
export function firstDayOf({
  keptMarkYears,
  examStartsOn,
  possibleExamDays,
}: Pick<CreditRules, 'keptMarkYears' | 'examStartsOn' | 'possibleExamDays'>): Temporal.PlainDate {
  return (possibleExamDays?.first ?? examStartsOn).with({ day: 1 }).subtract({ years: keptMarkYears });
}

/** The last day of a mark, calendar years from the day it was obtained (notice, « Bénéfice de note »; D337-107, D337-17). */
export function lastDayOf(obtainedOn: Temporal.PlainDate, years: number): Temporal.PlainDate {
  return obtainedOn.add({ years });
}

type GroundRules = Pick<CreditRules, 'grounds' | 'exemptionBasis'> & {
  readonly regulation: Pick<Regulation, 'unitExemptions'>;
};

/** The grounds on which this unit can be exempted, by the session's basis: the order of 6 November 2019, or the notice. */
export function groundsFor(slot: Slot, rules: GroundRules): Exam['exemptionGrounds'] {
  const bySlot = granted(rules.regulation, rules.exemptionBasis, () => new WeakMap());
  const known = bySlot.get(slot);
  if (known?.of === rules.grounds) return known.granted;
  const found = rules.grounds.filter((ground) => refuseGround(slot, ground.code, rules) === null);
  bySlot.set(slot, { of: rules.grounds, granted: found });
  return found;
}

type Granted = { readonly of: Exam['exemptionGrounds']; readonly granted: Exam['exemptionGrounds'] };
const granted = createMemory<WeakMap<Slot, Granted>>();

/**
 * Why this ground doesn't exempt of this unit, or null: it isn't granted at this session; it is for expression and the language
 * (order of 6 November 2019), for the general units, or for sport alone; the speciality's own order names no diploma for this
 * unit (D337-108).
 */
export type GroundRefusal =
  | 'not-at-this-session'
  | 'expression-and-language-only'
  | 'general-only'
  | 'sport-only'
  | 'not-in-the-order';

export function refuseGround(slot: Slot, code: GroundCode, rules: GroundRules): GroundRefusal | null {
  const ground = rules.grounds.find((one) => one.code === code);
  if (ground === undefined || (ground.basis !== 'both' && ground.basis !== rules.exemptionBasis))
    return 'not-at-this-session';
  switch (ground.covers) {
    case 'any':
      return null;
    case 'general-expression-and-language':
      return slot.units.some(isExpressionOrLanguage) ? null : 'expression-and-language-only';
    case 'general':
      return slot.units.some(({ kind }) => kind === 'GENERAL') ? null : 'general-only';
    case 'sport':
      return slot.units.some(isSport) ? null : 'sport-only';
    case 'speciality-list':
      return exemptionsOf(slot, rules.regulation).length > 0 ? null : 'not-in-the-order';
  }
}

/** The diplomas that the speciality's own order accepts for this unit, or for one of a choice. */
export function exemptionsOf(
  slot: Slot,
  { unitExemptions }: Pick<Regulation, 'unitExemptions'>,
): Regulation['unitExemptions'] {
  return unitExemptions.filter(({ units }) => slot.units.some((unit) => units.includes(unit.id)));
}

/** « Expression et connaissance du monde » (once « français ») and the compulsory language: nothing else (order of 6 November 2019). */
function isExpressionOrLanguage(unit: Unit): boolean {
  return unit.kind === 'LV_COMPULSORY' || (unit.kind === 'GENERAL' && /expression|français/i.test(unit.title));
}

/** « Éducation physique et sportive »: anybody but pupils and apprentices may ask not to sit it (D337-19). */
function isSport(unit: Unit): boolean {
  return unit.kind === 'GENERAL' && /éducation physique/i.test(unit.title);
}

/** What is chosen for a slot; one that nobody spoke of is sat. */
export function creditFor({ id }: Pick<Slot, 'id'>, credits: ReadonlyMap<string, Credit>): Credit {
  return credits.get(id) ?? { choice: 'sit' };
}

/** The account of the average: exempted units are out, kept and carried marks are in, the others are to be sat. */
export function countedUnits(slots: readonly Slot[], credits: ReadonlyMap<string, Credit>): readonly CountedUnit[] {
  return slots.flatMap((slot): readonly CountedUnit[] => {
    const credit = creditFor(slot, credits);
    if (credit.choice === 'exempt') return [];
    if (credit.choice === 'sit') return [{ coefficient: coefficientOf(slot), halfPoints: null }];
    return [{ coefficient: coefficientOf(slot, credit.option ?? undefined), halfPoints: credit.halfPoints }];
  });
}

/** What is chosen for each slot, without those to sit. */
export function declaredCredits(
  slots: readonly Slot[],
  credits: ReadonlyMap<string, Credit>,
): readonly DeclaredCredit[] {
  return slots.flatMap((slot) => {
    const credit = credits.get(slot.id);
    return credit === undefined || credit.choice === 'sit' ? [] : [{ slot, credit }];
  });
}

/** The slots left to sit. */
export function slotsToSit(slots: readonly Slot[], credits: ReadonlyMap<string, Credit>): readonly Slot[] {
  return slots.filter((slot) => (credits.get(slot.id)?.choice ?? 'sit') === 'sit');
}

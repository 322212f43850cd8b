import * as z from 'zod';
import { PARTS } from '../budgets.ts';
import { code, type Frozen, type OfExam, shaped, sourced, text } from './shape.ts';

/** A replacement test goes by its unit's id with this ending (`exam/rules/replacement.ts`), so no unit of a regulation may end so. */
export const REPLACEMENT_ENDING = '-R';

export const UnitKind = z.enum(['PRO', 'GENERAL', 'LV_COMPULSORY', 'LV_OPTIONAL', 'OTHER_OPTIONAL']);

const Unit = z.strictObject({
  /** The key used everywhere: the unit's code where the regulation gives one, else `BLOC-01`… */
  id: code,
  /** As in the regulation (`U10`, `UP1`, `U30A`, `UF`), or null when no source gives it. */
  code: text.nullable(),
  /** The test it belongs to: E1, EP2… */
  test: text.nullable(),
  title: text,
  /** The source may have printed another diploma's title: pages warn of it, papers to sign leave it out. */
  doubtfulTitle: z.boolean().optional(),
  coefficient: z.int().positive().nullable(),
  /** For individual candidates, always terminal (D337-113): « écrit », « oral », « pratique »… */
  mode: text.nullable(),
  /** In French, as printed: « 2 h 30 ». */
  duration: text.nullable(),
  kind: UnitKind,
  /** Units of one group are alternatives: exactly one is presented (Coiffure U30A / U30B). */
  choiceGroup: text.optional(),
  /** Languages fixed by the regulation, where it fixes any. */
  languages: z.array(text).optional(),
  ...sourced,
});

const PracticeConditions = z.strictObject({
  /** null: not read, or said of apprentices alone; 0: the order says that no minimum is asked. */
  trainingHours: z.strictObject({
    continuingTraining: z.int().nullable(),
    apprenticeshipPerYear: z.int().nullable(),
    bacProOfTheSector: z.int().nullable(),
  }),
  yearsWithoutDiploma: z.int().nullable(),
  yearsWithListedDiploma: z.int().nullable(),
  monthsWithSpecialContract: z.int().nullable(),
  /** 6 is the floor; from 6 to 12 the office judges. */
  monthsWithBacPro: z.tuple([z.int(), z.int()]).nullable(),
  ...sourced,
});

export const Regulation = z.strictObject({
  cfd: shaped('cfd'),
  title: text,
  /** « Arrêté du 28 mars 2011 (NOR MENE1108703A), annexe III » */
  order: text.nullable(),
  firstSession: z.int().nullable(),
  lastSession: z.int().nullable(),
  /** Can a candidate choose units from it? False while a unit is known to be missing; the office fills it. */
  unitsComplete: z.boolean(),
  /** What is known and what is not, in French, for the office. */
  completeness: text,
  units: z.array(Unit).max(PARTS.units),
  /** The total of compulsory coefficients where a source gives it, choices counted once: checked against the units. */
  totalCoefficient: z.int().positive().nullable().default(null),
  /** null: the source says nothing of languages. */
  compulsoryLanguage: z.boolean().nullable(),
  optionalLanguage: z.boolean().nullable(),
  /** null: the source prints no number. */
  maxOptionalUnits: z.int().nullable(),
  conditions: PracticeConditions.optional(),
  /** Weeks in a workplace, where its order asks them of whoever comes alone: never judged by the machine. */
  workPlacement: z.strictObject({ weeks: z.int().positive(), ...sourced }).optional(),
  /** Diplomas of level 3 or more that bring the practice down to two years. */
  listedDiplomas: z.strictObject({ titles: z.array(text).min(1), rule: text.optional(), source: text }).optional(),
  unitExemptions: z
    .array(z.strictObject({ diploma: text, units: z.array(text).min(1), mode: text, ...sourced }))
    .default([]),
  equivalences: z
    .strictObject({
      from: text,
      tables: z
        .record(
          text,
          z.array(z.strictObject({ from: z.array(text).min(1), to: text, merge: z.boolean().default(false) })),
        )
        .nullable(),
      withoutCounterpart: z.strictObject({ old: z.array(text), new: z.array(text) }).optional(),
      ...sourced,
    })
    .optional(),
  eligibility: z.enum(['common', 'pharmacy']).default('common'),
  notes: z.array(text).default([]),
  sources: z.array(text).min(1),
});

export type UnitKind = z.infer<typeof UnitKind>;
export type Unit = Frozen<z.infer<typeof Unit>>;
export type Regulation = OfExam<Frozen<z.infer<typeof Regulation>>>;

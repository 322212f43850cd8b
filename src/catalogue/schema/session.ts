import * as z from 'zod';
import { Caveat, code, Day, type Frozen, shaped, sourced, text, WallClock } from './shape.ts';

const PieceGroup = z.strictObject({
  code,
  label: text,
  mode: z.enum(['online', 'post']),
  pieces: z.array(text).min(1),
  opensAt: WallClock,
  /** The instant before which the group must be in. */
  dueAt: WallClock,
  /** Does a missing piece of this group keep the enrolment from being validated (and cancel it after the closing)? */
  countsForValidation: z.boolean(),
  /** What happens without it, in words. */
  sanction: text,
  /** Whom to ask, who pays: the notice on R.408. */
  help: text.optional(),
  /** Postal address, for pieces by post. */
  postalAddress: text.optional(),
});

const Reminder = z.strictObject({ before: z.int().min(1).max(60), unit: z.enum(['days', 'hours']) });

/** The plan of an office that wrote none. */
const REMINDERS: readonly z.infer<typeof Reminder>[] = [
  { before: 14, unit: 'days' },
  { before: 7, unit: 'days' },
  { before: 3, unit: 'days' },
  { before: 1, unit: 'days' },
  { before: 3, unit: 'hours' },
];

const Switches = z.strictObject({
  /** `enrolment`: the notice asks at enrolment; `exam`: the Code, at the full exam or the last unit (D337-106). */
  conditionsDueAt: z.enum(['enrolment', 'exam']),
  exemptionBasis: z.enum(['order', 'notice']),
  /** « Toute note ou dispense non conservée est définitivement perdue » (notice). */
  unkeptMarksAreLost: z.boolean(),
  signature: z.enum(['paper', 'online', 'both']),
  /** The notice: « catégorie socio-professionnelle d'un représentant légal »; an adult's own makes sense. */
  socioProfessionalCategoryOf: z.enum(['candidate', 'guardian']),
  /**
   * Who proves a nationality. It decides on the national service alone, due until the eve of 25 (code du service national,
   * L113-4): without the switch, nobody older is asked.
   */
  nationalityAskedOf: z.enum(['everyone', 'under-25']).exactOptional(),
});

export const Session = z.strictObject({
  code,
  exam: code,
  academy: code,
  /** « session 2024 » */
  label: text,
  year: z.int(),
  zone: z.literal('Europe/Paris'),
  /** Prefix of the enrolment numbers: `BP24` gives BP24-00127-K. Unique among sessions. */
  numberPrefix: shaped('numberPrefix'),
  demonstration: z.boolean().default(false),
  window: z.strictObject({ opensAt: WallClock, closesAt: WallClock }),
  /** The last extension after an incident: why, as everybody reads it, and the closing before it. */
  extended: z.strictObject({ closedAt: WallClock, reason: text }).exactOptional(),
  pieceGroups: z.array(PieceGroup).min(1),
  correctionsEndAt: z.strictObject({ at: WallClock, ...sourced }),
  /** Days that each refusal leaves to correct, from the day when it is told (CRPA L114-5, L114-6). */
  correctionDays: z.int().min(1).max(60).default(15),
  /** When whoever hasn't given everything is reminded: so long before each deadline. An empty list: never. */
  reminders: z
    .array(Reminder)
    .max(8)
    .default(() => [...REMINDERS]),
  /** No correction after it, whenever the refusal came: the convocations are then made. Without it, the first day of the exam. */
  lastCorrectionAt: z.strictObject({ at: WallClock, ...sourced }).optional(),
  /** First day of the tests, for the five years of marks and projected practice. */
  examStartsOn: z.strictObject({ on: Day, ...sourced }),
  resultsAt: z.strictObject({ at: WallClock.nullable(), ...sourced }),
  /** The names of the admitted who agree to it are published on line; where the key isn't there, no list is. */
  namesPublished: z.strictObject({ ...sourced }).optional(),
  /**
   * What the office's silence on an enrolment means, yes or no, as its acknowledgement says (CRPA R112-11-1, L231-1, L231-4), and what
   * the office adds. Without it nothing is said, and no delay of appeal runs against the candidate (L112-12).
   */
  silence: z
    .strictObject({
      means: z.enum(['acceptance', 'refusal']).exactOptional(),
      words: text.exactOptional(),
      ...sourced,
    })
    .optional(),
  switches: Switches,
  /** Of its dates, where they were borrowed or invented. */
  caveat: Caveat.optional(),
  sources: z.array(text).min(1),
});

/** A session made from another: the same hours, moved by whole weeks so that it is open when first loaded. */
export const RelativeSession = z.strictObject({
  code,
  basedOn: code,
  numberPrefix: shaped('numberPrefix'),
  demonstration: z.literal(true),
  /** At least so many days have passed since the opening when it is first loaded (0–20). */
  openedDaysBefore: z.int().min(0).max(20),
  /** Switches that differ from those of the base. */
  switches: z
    .strictObject({
      conditionsDueAt: Switches.shape.conditionsDueAt.exactOptional(),
      exemptionBasis: Switches.shape.exemptionBasis.exactOptional(),
      unkeptMarksAreLost: Switches.shape.unkeptMarksAreLost.exactOptional(),
      signature: Switches.shape.signature.exactOptional(),
      socioProfessionalCategoryOf: Switches.shape.socioProfessionalCategoryOf.exactOptional(),
      nationalityAskedOf: Switches.shape.nationalityAskedOf,
    })
    .exactOptional(),
});

export type Reminder = Frozen<z.infer<typeof Reminder>>;
export type PieceGroup = Frozen<z.infer<typeof PieceGroup>>;
export type Session = Frozen<z.infer<typeof Session>>;
/** How confirmations are signed: on a printed sheet, on line, or as the candidate chooses. */
export type SignatureSetting = Session['switches']['signature'];
export type RelativeSession = Frozen<z.infer<typeof RelativeSession>>;

import * as z from 'zod';
import { PARTS } from './budgets.ts';
import { ANNEXES, FACT_NAMES, type FactName, GROUNDS } from './facts.ts';
import { MailCode, MailVariable } from './mails.ts';

/**
 * The rule pack as types: what an office knows before the first candidate comes. Files under `catalogue/` are read with
 * these schemas, so that a fault is named with its file and place. A figure that no source gives is `null`, never 0.
 */

const text = z.string().trim().min(1);

/** The shapes of written things. The name of a pattern is what a fault carries; `texts.ts` says it in French. */
export const PATTERNS = {
  code: /^[A-Za-z0-9-]+$/,
  cfd: /^450\d{5}$/,
  department: /^(\d{2,3}|2[AB])$/,
  postcode: /^\d{5}$/,
  portfolio: /^G\d+$/,
  pieceCode: /^[0-9A-Z]{3,9}$/,
  numberPrefix: /^[A-Z0-9]{2,6}$/,
  wallClock: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
} as const;
export type PatternName = keyof typeof PATTERNS;

const shaped = (name: PatternName): z.ZodString => z.string().regex(PATTERNS[name], { error: name });
const code = shaped('code');

/** How sure a fact is. `official`: read in the order; `secondary`: private page or press; `derived`: our reasoning. */
export const Confidence = z.enum(['official', 'notice', 'secondary', 'derived', 'uncertain', 'unknown']);

const sourced = { source: text.nullable(), confidence: Confidence, note: text.optional() };

/** A wall clock of the session's zone, to the minute: `2023-12-01T17:00`. Resolved once, when the pack is loaded. */
const WallClock = shaped('wallClock');
const Day = shaped('day');

// ── Academies ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A group of specialities in charge of one officer (*gestionnaire*), reached by a functional mailbox, never by a name. */
const Portfolio = z.strictObject({
  code: shaped('portfolio'),
  /** As printed in the notice: « Commerce, Vente, Ébéniste… » */
  fields: z.array(text).min(1),
  mailbox: z.email(),
  phone: text,
  /** What this officer does besides: G4 organises the general tests. */
  duties: z.array(text).default([]),
  source: text,
});

const TrainingContact = z.strictObject({ name: text, phone: text, mail: z.email(), note: text.optional() });

export const Academy = z.strictObject({
  code,
  /** « Clermont-Ferrand » */
  name: text,
  /** « l'académie de Clermont-Ferrand », with its article, for sentences. */
  label: text,
  departments: z.array(z.strictObject({ code: shaped('department'), name: text })).min(1),
  /** Compulsory oral languages allowed here (notice, « Langues vivantes obligatoires orales »). */
  compulsoryLanguages: z.array(text).min(1),
  /** Languages offered for the optional oral. The order of 4 July 2017 lists about 45; an academy needs an examiner. */
  optionalLanguages: z.strictObject({ values: z.array(text).min(1), ...sourced }),
  letterhead: z.strictObject({ authority: text, division: text, bureau: text, academy: text }),
  links: z.strictObject({ site: z.url(), accommodations: z.url(), regulations: z.url() }),
  officeHours: text.nullable(),
  portfolios: z.array(Portfolio).min(1),
  scaffoldingTraining: z.strictObject({
    contacts: z.array(TrainingContact).min(1),
    funding: z.array(text).min(1),
    source: text,
  }),
  account: z.strictObject({
    /** `notice`: 8 to 20 characters with upper, lower and special; `modern`: 12 to 128, any characters, a strength score. */
    passwordPolicy: z.enum(['notice', 'modern']),
    /** `retype`: name, birth date, address typed twice as in the notice; `readback`: shown once more instead. */
    confirmations: z.enum(['retype', 'readback']),
  }),
});

/** Which academy serves a department, for those who knock at the wrong door (code de l'éducation, R222-2). */
export const Department = z.strictObject({
  code: shaped('department'),
  name: text,
  /** « Amiens »; the same name as the academy's own file where there is one. */
  academy: text,
  /** « l'académie d'Amiens », with its article, for sentences. */
  label: text,
  /** Postcodes of a neighbour's number used by communes of this department: 42620 for Saint-Pierre-Laval (Allier). */
  borrowedPostcodes: z.array(shaped('postcode')).default([]),
});

// ── Specialities and regulations ────────────────────────────────────────────────────────────────────────────────────

export const Speciality = z.strictObject({
  /** Code formation diplôme: eight digits, 450 + NSF group + serial. */
  cfd: shaped('cfd'),
  letter: text.nullable(),
  name: text,
  /** Trades and words by which people look for it, beside its name. */
  trades: z.array(text).default([]),
  /** `notice`: the notice names the trade; `derived`, `uncertain`: our reasoning, which the office may correct. */
  portfolio: z.strictObject({ code: shaped('portfolio'), basis: text, confidence: Confidence }),
  /** Days of the ministerial orders that create and repeal the speciality. */
  order: z.strictObject({ created: Day.nullable(), repealed: Day.nullable() }),
  firstSession: z.int().nullable(),
  lastSession: z.int().nullable(),
  /** Extra session of a repealed speciality, for former candidates only. */
  extraSession: z.int().nullable(),
  replacedBy: shaped('cfd').nullable(),
  /** May name specialities closed long ago, which the pack doesn't hold. */
  replaces: z.array(shaped('cfd')).default([]),
  /** Legally open, but nobody trains for it: hidden. */
  dormant: z.strictObject({ note: text }).optional(),
  /** R.408 certificates. Units concerned: not in our sources (`null`). */
  scaffolding: z
    .strictObject({
      annexes: z.array(z.literal(ANNEXES)).min(1),
      noticeLabel: text,
      units: z.array(text).nullable(),
      source: text,
    })
    .optional(),
  rncp: z.array(z.strictObject({ code: text, list: text })).default([]),
  sources: z.array(text).min(1),
});

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

// ── Pieces ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const FactAsked = z.enum(FACT_NAMES);

export type Condition =
  | { readonly always: true }
  | { readonly fact: FactName; readonly is: string | boolean | number }
  | { readonly fact: FactName; readonly includes: string | number }
  | { readonly fact: FactName; readonly below: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ always: z.literal(true) }),
    z.strictObject({ fact: FactAsked, is: z.union([z.string(), z.boolean(), z.number()]) }),
    z.strictObject({ fact: FactAsked, includes: z.union([z.string(), z.number()]) }),
    z.strictObject({ fact: FactAsked, below: z.number() }),
    z.strictObject({ all: z.array(Condition).min(1).max(PARTS.conditions) }),
    z.strictObject({ any: z.array(Condition).min(1).max(PARTS.conditions) }),
    z.strictObject({ not: Condition }),
  ]),
);

export const PieceType = z.strictObject({
  /** `DCSTID01` as in the notice, or our own short code where no source gives one (`ownCode: true`). */
  code: shaped('pieceCode'),
  ownCode: z.boolean(),
  label: text,
  /** What it is, in words for a tired person; an example of a document that suits. */
  description: text,
  example: text.optional(),
  /** More than one file makes sense: several employers, several pages. */
  repeatable: z.boolean().default(false),
  /** Health data (RQTH, medical certificate): kept apart, read only by those who decide (pieces.md, section 6, trap 6). */
  health: z.boolean().default(false),
  /** Pieces that a compliant one of this type turns into *dispensé*. Such a type is offered, never demanded. */
  excuses: z.array(shaped('pieceCode')).default([]),
  /** Each rule that holds adds its reason to the line. */
  rules: z
    .array(z.strictObject({ when: Condition, why: text, source: text }))
    .min(1)
    .max(PARTS.rules),
  /** What the officer must find in it. */
  mustProve: z.array(text).min(1),
  /** Sentences an officer may send with a refusal, in the candidate's language, with what to do. */
  cannedReasons: z.array(z.strictObject({ code, text })).min(1).max(PARTS.cannedReasons),
});

// ── The exam and its sessions ───────────────────────────────────────────────────────────────────────────────────────

export const Exam = z.strictObject({
  code,
  name: text,
  /** « Brevet professionnel » */
  diploma: text,
  level: z.int(),
  exemptionGrounds: z.array(
    z.strictObject({
      code: z.enum(GROUNDS),
      label: text,
      /** Kinds of units, or words of their titles, that it may exempt; `any` for all. */
      covers: z.enum(['general-expression-and-language', 'speciality-list', 'any']),
      basis: z.enum(['order', 'notice', 'both']),
      source: text,
    }),
  ),
  /** INSEE, professions et catégories socioprofessionnelles, first level. */
  socioProfessionalCategories: z.array(z.strictObject({ code: text, label: text })).min(1),
  /** Years during which a mark can be kept (D337-107: from the date of the mark, in calendar years). */
  keptMarkYears: z.int(),
  /** Months of work and hours of training that open the exam where the speciality's own order fixes nothing else. */
  conditions: z.strictObject({
    withoutDiploma: z.strictObject({ months: z.int().positive(), source: text }),
    withListedDiploma: z.strictObject({ months: z.int().positive(), source: text }),
    withSpecialContract: z.strictObject({ months: z.int().positive(), hours: z.int().positive(), source: text }),
    /** From the floor to `months`, the office judges. */
    withBacPro: z.strictObject({ floorMonths: z.int().positive(), months: z.int().positive(), source: text }),
    pharmacy: z.strictObject({
      months: z.int().positive(),
      hours: z.int().positive(),
      withinYears: z.int().positive(),
      source: text,
    }),
    nationalService: z.strictObject({ untilAge: z.int().positive(), source: text }),
  }),
});

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
  pieceGroups: z.array(PieceGroup).min(1),
  correctionsEndAt: z.strictObject({ at: WallClock, ...sourced }),
  /** Days that each refusal leaves to correct, from the day when it is told (CRPA L114-5, L114-6). */
  correctionDays: z.int().min(1).max(60).default(15),
  /** No correction after it, whenever the refusal came: the convocations are then made. Without it, the first day of the exam. */
  lastCorrectionAt: z.strictObject({ at: WallClock, ...sourced }).optional(),
  /** First day of the tests, for the five years of marks and projected practice. */
  examStartsOn: z.strictObject({ on: Day, ...sourced }),
  resultsAt: z.strictObject({ at: WallClock.nullable(), ...sourced }),
  switches: Switches,
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

// ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A mail as data: `{variable}` in subject and body, checked against `variables`. Blank lines make paragraphs. */
export const MailTemplate = z.strictObject({
  code: MailCode,
  subject: text,
  body: text,
  variables: z.array(MailVariable),
});

// ── Cases ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A typical candidate and what the rules must answer: run at each change of the rules, so that a change shows what it does.
 * `question` is one of the open interface (`/api/v1/simulations/…`), with its own checks when the case is run.
 */
export const RuleCase = z.strictObject({
  code,
  /** « Une coiffeuse de 24 ans, cinq ans de salon » */
  title: text,
  asks: z.enum(['eligibility', 'average']),
  question: z.record(z.string(), z.unknown()),
  /** What isn't named isn't compared. */
  expect: z.strictObject({
    verdict: z.enum(['eligible', 'to-check', 'not-eligible']).exactOptional(),
    /** Codes of reasons with what they must say: true, false, or null for « à vérifier ». */
    reasons: z.record(z.string(), z.boolean().nullable()).exactOptional(),
    /** Every piece that must be in the list, in any order. */
    pieces: z.array(shaped('pieceCode')).exactOptional(),
    outcome: z.enum(['PASSED', 'FAILED', 'NOT_JUDGED']).exactOptional(),
    /** `12.50` */
    average: text.exactOptional(),
    /** The question itself is impossible. */
    refused: z.literal(true).exactOptional(),
  }),
  source: text.optional(),
});

/** What was read can't be changed: frozen when it runs, and so for the compiler. */
type Frozen<T> = T extends readonly [infer A, infer B]
  ? readonly [Frozen<A>, Frozen<B>]
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T;

export type Confidence = z.infer<typeof Confidence>;
export type Academy = Frozen<z.infer<typeof Academy>>;
export type Portfolio = Frozen<z.infer<typeof Portfolio>>;
export type Department = Frozen<z.infer<typeof Department>>;
export type Speciality = Frozen<z.infer<typeof Speciality>>;
export type UnitKind = z.infer<typeof UnitKind>;
export type Unit = Frozen<z.infer<typeof Unit>>;
export type Regulation = Frozen<z.infer<typeof Regulation>>;
export type PieceType = Frozen<z.infer<typeof PieceType>>;
export type Exam = Frozen<z.infer<typeof Exam>>;
export type ExamConditions = Exam['conditions'];
export type PieceGroup = Frozen<z.infer<typeof PieceGroup>>;
export type Session = Frozen<z.infer<typeof Session>>;
export type RelativeSession = Frozen<z.infer<typeof RelativeSession>>;
export type MailTemplate = Frozen<z.infer<typeof MailTemplate>>;
export type RuleCase = Frozen<z.infer<typeof RuleCase>>;

/** Everything that was read, cross-checked. */
export type RulePack = {
  readonly academies: readonly Academy[];
  readonly departments: readonly Department[];
  readonly exams: readonly Exam[];
  readonly specialities: readonly Speciality[];
  readonly regulations: readonly Regulation[];
  readonly pieceTypes: readonly PieceType[];
  readonly sessions: readonly Session[];
  readonly relativeSessions: readonly RelativeSession[];
  readonly mails: readonly MailTemplate[];
  readonly cases: readonly RuleCase[];
};

import * as z from 'zod';
import { code, Day, type Frozen, shaped, sourced, text } from './shape.ts';

/** The steps of an enrolment that a pack may list. The summary comes last, always, and isn't listed. */
export const STEP_NAMES = ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const;

const months = z.int().positive();
/** None: the diploma alone opens the exam. */
const monthsOrNone = z.int().nonnegative();
const CategoryCode = z.enum(['previous-candidate', 'distance-learner', 'other']);

/**
 * What opens the exam: each key switches on the evaluator of that name (`enrolment/rules`) with these parameters; what isn't
 * there isn't asked. A speciality's own regulation may fix other durations.
 */
const Admission = z.strictObject({
  /** Who sat all the tests after two years in a centre, or learns at a distance; nobody else. */
  formerOrDistance: z.strictObject({ source: text }).optional(),
  /** Who sat before keeps the form of passage of that session. */
  formerForm: z
    .strictObject({
      source: text,
      /**
       * Who sat in the globale form and enrols as one of these may choose anew, to be checked by a person: their globale form may
       * have been a duty (an apprentice's, a pupil's), and no choice.
       */
      chosenAnew: z.strictObject({ categories: z.array(CategoryCode).min(1), source: text }).optional(),
    })
    .optional(),
  /** Of age on that day of the exam's year (`12-31`), unless they follow a preparation. */
  majority: z.strictObject({ age: z.int().positive(), on: shaped('monthDay'), ...sourced }).optional(),
  /** Hours of training that the speciality's order prints. */
  training: z
    .strictObject({
      source: text,
      /** A decision of the recteur may cut them; where the key isn't there, nobody is asked for one. */
      positioning: z.strictObject({ source: text }).optional(),
    })
    .optional(),
  /** Months of work in relation with the diploma. */
  practice: z
    .strictObject({
      withoutDiploma: z.strictObject({ months, source: text }),
      withListedDiploma: z.strictObject({ months: monthsOrNone, source: text }),
      withSpecialContract: z.strictObject({ months, hours: z.int().positive(), source: text }),
      /** From the floor to `months`, the office judges. */
      withBacPro: z.strictObject({ floorMonths: months, months, source: text }),
      /** In the progressive form, complete with the last unit and not before; where the key isn't there, at every enrolment. */
      withLastUnit: z.strictObject({ source: text }).optional(),
    })
    .optional(),
  /** For the specialities whose regulation says so (`eligibility: pharmacy`), in the place of training and practice. */
  pharmacy: z
    .strictObject({ months, hours: z.int().positive(), withinYears: z.int().positive(), source: text })
    .optional(),
  /** Weeks in a workplace that the order of a speciality asks (`workPlacement` of its regulation): a person looks at each. */
  workPlacement: z.strictObject({ source: text }).optional(),
  /** Living in a department of the academy. */
  residence: z.strictObject({ source: text }).optional(),
  nationalService: z
    .strictObject({
      /** Nobody younger is in the census; where the key isn't there, any age. */
      fromAge: z.int().positive().optional(),
      untilAge: z.int().positive(),
      source: text,
    })
    .optional(),
});

/** What a candidate may keep of a former session. */
const Credits = z.strictObject({
  /** Calendar years from the day of the mark. */
  keptYears: z.int().positive(),
  /** A mark of so many points on 20 and more is kept (*bénéfice*); null: any mark is. */
  keptFrom: z.int().positive().nullable(),
  /** The forms in which a lower mark is carried (*report*). */
  carriedIn: z.array(z.enum(['GLOBAL', 'PROGRESSIVE'])),
  source: text,
  /** What says which units of a former regulation lead to which of today's. */
  correspondence: text,
});

const REMEDY_NATURES = ['appeal', 'complaint', 'documents'] as const;
const delay = z.strictObject({ count: z.int().positive(), unit: z.enum(['days', 'months', 'years']) });
const passMark = z.strictObject({ from: z.int().min(1).max(20), ...sourced });

/** What the diploma is delivered on. */
const Results = z.strictObject({
  /** Over all units, of 20. */
  average: passMark,
  /** Over the professional units alone; where the key isn't there, no such average is asked. */
  professionalAverage: passMark.optional(),
  /** How a unit is marked, from 0 to 20; where the key isn't there, nothing is marked. */
  marks: z.strictObject({ step: z.enum(['half-point', 'point']), ...sourced }).optional(),
  /** What says that an absence bars the diploma, and that a justified one is a 0. */
  absence: text,
  /** How a candidate looks at their scripts and contests, once results are published; where the key isn't there, the office says it. */
  remedies: z
    .array(
      z.strictObject({
        code,
        label: text,
        /** An appeal is explained by the law, others by these. */
        words: text.exactOptional(),
        /**
         * Of which its delays follow (`law/`): an appeal against the result, a complaint, a request for documents. The first alone has
         * a legal last day.
         */
        nature: z.enum(REMEDY_NATURES),
        /** From the day of the publication, where a source gives so long and no law does. */
        within: delay.optional(),
        ...sourced,
      }),
    )
    .min(1)
    .optional(),
});

/** Who sits in a jury. Where the key isn't there, no jury of this exam can be written. */
const Jury = z.strictObject({
  qualities: z
    .array(
      z.strictObject({
        code,
        label: text,
        /** One chairs, one may be their deputy. */
        seat: z.enum(['chair', 'deputy', 'member']),
        /** Counted in that half; neither: in none. */
        half: z.enum(['teaching', 'trade']).optional(),
      }),
    )
    .min(1),
  /** What says who sits in it, and that a half which fails through absence bars nothing. */
  ...sourced,
  /** How many must be there; where no text says so, a person says whether there are enough. */
  quorum: z.strictObject({ members: z.int().positive().nullable(), ...sourced }),
});

/** What somebody with a handicap may be granted, and what is given with the request. Who decides is a person, measure by measure. */
const Accommodations = z.strictObject({
  measures: z
    .array(
      z.strictObject({
        code,
        label: text,
        hint: text.optional(),
        /** Extra time: the usual most, in percent; more needs reasons. */
        percent: z.strictObject({ usual: z.int().min(1).max(100) }).optional(),
        ...sourced,
      }),
    )
    .min(1),
  documents: z.array(z.strictObject({ code, label: text, hint: text.optional(), ...sourced })).min(1),
});

/** A law that an act, a decision or a rule of the exam cites. */
const Law = z.strictObject({
  /** « code de l'éducation, article D337-121 » */
  article: text,
  /** What it says, in a sentence. */
  words: text,
  /** A day on which that version was in force, as it was read; null: none is known. */
  asOf: Day.nullable(),
});

/** Where a key isn't there, the articles of the whole exam (`law`) are cited: `lawOf`. */
const Laws = z.strictObject({
  /** Who may enrol. */
  conditions: Law.optional(),
  /** What makes the pieces due: an incomplete enrolment is annulled on it. */
  incomplete: Law.optional(),
  /** One diploma a session; `derogable`: the recteur may grant somebody otherwise. */
  oneEnrolment: Law.extend({ derogable: z.boolean() }).optional(),
  /** The choice of a form of passage. */
  form: Law.optional(),
  accommodations: Law.optional(),
  /** An absence, justified or not, and the replacement tests. */
  absence: Law.optional(),
  /** What the jury decides on, and that it is sovereign. */
  jury: Law.optional(),
  result: Law.optional(),
  /** Who delivers the diploma and corrects a material error. */
  delivery: Law.optional(),
});

/** Sentences that every summons bears: « À confirmer » is added where their confidence is `uncertain` or `unknown`. */
const Sentences = z.array(z.strictObject({ words: text, ...sourced })).default([]);
const Summons = z.strictObject({
  /** What to bring to every test, the identity paper among it. */
  bring: Sentences,
  /** Who comes late. */
  door: Sentences,
  /** Who can't come: what follows, and what may still be asked for. */
  absence: Sentences,
});

export const Exam = z.strictObject({
  code,
  /** « Certificat d'aptitude professionnelle » */
  name: text,
  /** « CAP », within a sentence, with its gender for the articles. */
  noun: text,
  gender: z.enum(['masculine', 'feminine']),
  /** « CAP » */
  short: text,
  /** « articles D337-1 à D337-25-1 du code de l'éducation » */
  law: text,
  /** The law that each act cites, with its date. */
  laws: Laws.optional(),
  /** Where the ministry publishes its regulations. */
  regulationsAt: z.strictObject({ label: text, url: z.url() }).optional(),
  level: z.int(),
  /** The first figures of its national codes of speciality. */
  cfdPrefix: shaped('cfdPrefix'),
  /** Of the enrolment numbers of its sessions, before the year, unless a session says otherwise. */
  numberPrefix: shaped('examPrefix'),
  /** In that order, each after those that it needs; `acquis` and `epreuves` may be left out: everything is sat then. */
  steps: z.array(z.enum(STEP_NAMES)),
  /** What a candidate says to be, in the order of the form. */
  categories: z.array(z.strictObject({ code: CategoryCode, label: text, hint: text })).min(1),
  /** The forms of passage that are offered. */
  forms: z.array(z.enum(['GLOBAL', 'PROGRESSIVE'])).min(1),
  admission: Admission,
  credits: Credits,
  results: Results,
  jury: Jury.optional(),
  /** How its tests follow each other; where the key isn't there, nothing is looked at. */
  sittings: z
    .strictObject({
      /** Between the end of a test, more time counted, and the beginning of the next of the same candidate. */
      breakMinutes: z.int().min(1).max(240),
      ...sourced,
    })
    .optional(),
  /** When centres check candidates in; where the key isn't there, twelve and twenty-four hours. */
  attendance: z
    .strictObject({
      /** Before the first test of a day: its list may be read from then on. */
      opensHours: z.int().min(1).max(72),
      /** After the end of a test: what was said of it is taken until then. */
      takenHours: z.int().min(1).max(240),
      ...sourced,
    })
    .optional(),
  exemptionGrounds: z.array(
    z.strictObject({
      code,
      label: text,
      /** Kinds of units, or words of their titles, that it may exempt; `any` for all. */
      covers: z.enum(['general-expression-and-language', 'general', 'sport', 'speciality-list', 'any']),
      basis: z.enum(['order', 'notice', 'both']),
      /** No text decides: the office judges each. */
      judged: z.boolean().default(false),
      source: text,
    }),
  ),
  /** Where the key isn't there, a request says in words what is needed. */
  accommodations: Accommodations.optional(),
  /** Where the key isn't there, a summons says where and when, and nothing of the rest. */
  summons: Summons.optional(),
  /** INSEE, professions et catégories socioprofessionnelles, first level. */
  socioProfessionalCategories: z.array(z.strictObject({ code: text, label: text })).min(1),
});

export type Exam = Frozen<z.infer<typeof Exam>>;
export type SummonsWords = NonNullable<Exam['summons']>;
export type LawName = keyof NonNullable<Exam['laws']>;
export type StepName = Exam['steps'][number];
export type Admission = Exam['admission'];
export type Accommodations = NonNullable<Exam['accommodations']>;
export type Remedy = NonNullable<Exam['results']['remedies']>[number];
export type Measure = Accommodations['measures'][number];
export type JuryRules = NonNullable<Exam['jury']>;

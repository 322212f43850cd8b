import * as z from 'zod';
import { code, Day, type Frozen, shaped, source, sourced, text } from './shape.ts';
import { field, fields, thing } from './words.ts';

/** The steps of an enrolment that a pack may list. The summary comes last, always, and isn't listed. */
export const STEP_NAMES = ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const;

const months = z.int().positive();
const MONTHS = { label: 'Mois', width: 4 };
const hours = field(z.int().positive(), { label: 'Heures de formation', width: 6 });
/** None: the diploma alone opens the exam. */
const monthsOrNone = z.int().nonnegative();
const CategoryCode = z.enum(['previous-candidate', 'distance-learner', 'other']);
const CATEGORIES = {
  'previous-candidate': 'ancien candidat',
  'distance-learner': 'enseignement à distance',
  other: 'autre',
};
const FORMS = { GLOBAL: 'globale', PROGRESSIVE: 'progressive' };
const asked = field(text, { label: 'Source (vide\u00a0: non demandé)', width: 60 });
const Asked = fields({ source: asked });

/**
 * What opens the exam: each key switches on the evaluator of that name (`enrolment/rules`) with these parameters; what isn't
 * there isn't asked. A speciality's own regulation may fix other durations.
 */
const Admission = fields({
  /** Who sat all the tests after two years in a centre, or learns at a distance; nobody else. */
  formerOrDistance: field(Asked.optional(), 'Anciens candidats et enseignement à distance seulement'),
  /** Who sat before keeps the form of passage of that session. */
  formerForm: field(
    fields({
      source: asked,
      /**
       * Who sat in the globale form and enrols as one of these may choose anew, to be checked by a person: their globale form may
       * have been a duty (an apprentice's, a pupil's), and no choice.
       */
      chosenAnew: field(
        fields({
          categories: field(z.array(CategoryCode).min(1), { label: 'Catégories', options: CATEGORIES }),
          source,
        }).optional(),
        {
          label: "Sauf qui l'a passé en forme globale, peut-être par obligation, et s'inscrit comme",
          help: 'Un gestionnaire vérifie.',
        },
      ),
    }).optional(),
    'La forme de passage de la première session reste',
  ),
  /** Of age on that day of the exam's year (`12-31`), unless they follow a preparation. */
  majority: field(
    fields({
      age: field(z.int().positive(), { label: 'Âge', width: 4 }),
      on: field(shaped('monthDay'), { label: "Jour de l'année", example: '12-31', width: 6 }),
      ...sourced,
    }).optional(),
    'Majorité',
  ),
  /** Hours of training that the speciality's order prints. */
  training: field(
    fields({
      source: asked,
      /** A decision of the recteur may cut them; where the key isn't there, nobody is asked for one. */
      positioning: field(Asked.optional(), 'Une décision de positionnement du recteur les réduit'),
    }).optional(),
    "Heures de formation de l'arrêté de la spécialité",
  ),
  /** Months of work in relation with the diploma. */
  practice: field(
    fields({
      withoutDiploma: field(fields({ months: field(months, MONTHS), source }), 'Sans diplôme'),
      withListedDiploma: field(fields({ months: field(monthsOrNone, MONTHS), source }), 'Avec un diplôme de la liste'),
      withSpecialContract: field(
        fields({ months: field(months, MONTHS), hours, source }),
        'Avec un contrat en alternance',
      ),
      /** From the floor to `months`, the office judges. */
      withBacPro: field(
        fields({
          floorMonths: field(months, { label: 'Mois au moins', width: 4 }),
          months: field(months, MONTHS),
          source,
        }),
        'Avec un bac pro du secteur',
      ),
      /** In the progressive form, complete with the last unit and not before; where the key isn't there, at every enrolment. */
      withLastUnit: field(
        fields({
          source: field(text, { label: 'Source (vide\u00a0: complète à chaque inscription)', width: 60 }),
        }).optional(),
        'Complète avec la dernière unité',
      ),
    }).optional(),
    'Durée de métier',
  ),
  /** For the specialities whose regulation says so (`eligibility: pharmacy`), in the place of training and practice. */
  pharmacy: field(
    fields({
      months: field(months, MONTHS),
      hours,
      withinYears: field(z.int().positive(), { label: 'Dans les années qui précèdent', width: 4 }),
      source,
    }).optional(),
    'Pharmacie',
  ),
  /** Weeks in a workplace that the order of a speciality asks (`workPlacement` of its regulation): a person looks at each. */
  workPlacement: field(Asked.optional(), 'Les semaines en milieu professionnel que demande la spécialité'),
  /** Living in a department of the academy. */
  residence: field(Asked.optional(), "Résider dans l'académie"),
  nationalService: field(
    fields({
      /** Nobody younger is in the census; where the key isn't there, any age. */
      fromAge: field(z.int().positive().optional(), { label: "À partir de l'âge de", width: 4 }),
      untilAge: field(z.int().positive(), { label: "Jusqu'à l'âge de", width: 4 }),
      source,
    }).optional(),
    'Service national',
  ),
});

/** What a candidate may keep of a former session. */
const Credits = fields({
  /** Calendar years from the day of the mark. */
  keptYears: field(z.int().positive(), { label: 'Années', width: 4 }),
  /** A mark of so many points on 20 and more is kept (*bénéfice*); null: any mark is. */
  keptFrom: field(z.int().positive().nullable(), {
    label: 'À partir de (points sur 20)',
    help: 'Vide\u00a0: toute note.',
    width: 4,
  }),
  /** The forms in which a lower mark is carried (*report*). */
  carriedIn: field(z.array(z.enum(['GLOBAL', 'PROGRESSIVE'])), {
    label: 'Une note plus basse est reportée dans la forme',
    options: FORMS,
  }),
  source,
  /** What says which units of a former regulation lead to which of today's. */
  correspondence: field(text, { label: 'Source des tableaux de correspondance', width: 60 }),
});

const REMEDY_NATURES = ['appeal', 'complaint', 'documents'] as const;
const delay = fields({
  count: field(z.int().positive(), { label: 'Nombre', width: 4 }),
  unit: field(z.enum(['days', 'months', 'years']), {
    label: 'Unité',
    options: { days: 'jours', months: 'mois', years: 'ans' },
  }),
});
const passMark = fields({
  from: field(z.int().min(1).max(20), { label: 'À partir de (points sur 20)', width: 4 }),
  ...sourced,
});

/** What the diploma is delivered on. */
const Results = fields({
  /** Over all units, of 20. */
  average: field(passMark, 'Moyenne générale'),
  /** Over the professional units alone; where the key isn't there, no such average is asked. */
  professionalAverage: field(passMark.optional(), {
    label: 'Moyenne des unités professionnelles',
    help: "Vide\u00a0: cette seconde moyenne n'est pas demandée.",
  }),
  /** How a unit is marked, from 0 to 20; where the key isn't there, nothing is marked. */
  marks: field(
    fields({
      step: field(z.enum(['half-point', 'point']), {
        label: 'Au plus près',
        options: { 'half-point': 'le demi-point', point: 'le point' },
      }),
      ...sourced,
    }).optional(),
    { label: "Notes d'une unité, de 0 à 20", help: "Vide\u00a0: aucun lot de notes ne peut s'ouvrir." },
  ),
  /** What says that an absence bars the diploma, and that a justified one is a 0. */
  absence: field(text, { label: "Source de la règle sur l'absence", width: 60 }),
  /** How a candidate looks at their scripts and contests, once results are published; where the key isn't there, the office says it. */
  remedies: field(
    z
      .array(
        fields({
          code: field(code, { label: 'Code', width: 20, fixed: true }),
          label: field(text, { label: 'Nom', width: 60 }),
          /** An appeal is explained by the law, others by these. */
          words: field(text.exactOptional(), { label: 'Explication', rows: 3 }),
          /**
           * Of which its delays follow (`law/`): an appeal against the result, a complaint, a request for documents. The first alone has
           * a legal last day.
           */
          nature: field(z.enum(REMEDY_NATURES), {
            label: 'Nature',
            help: 'Elle dit ses délais, et ce que vaut le silence.',
            options: {
              appeal: {
                label: 'recours contre le résultat',
                hint: 'La loi dit son dernier jour, et le jour où le silence est un refus.',
              },
              complaint: { label: 'réclamation', hint: 'La loi dit le jour où le silence est un refus.' },
              documents: {
                label: 'communication de documents',
                hint: "Le silence est plus tôt un refus, contesté devant la commission d'accès aux documents.",
              },
            },
          }),
          /** From the day of the publication, where a source gives so long and no law does. */
          within: field(delay.optional(), {
            label: 'Délai, à compter de la publication',
            help: "Vide\u00a0: aucune source n'en donne. Celui d'un recours est dans la loi.",
          }),
          ...sourced,
        }),
      )
      .min(1)
      .optional(),
    {
      label: 'Après les résultats',
      help: 'Ce que lit un candidat\u00a0: consulter ses copies, contester.',
      article: 'une',
      one: 'Démarche',
    },
  ),
});

/** Who sits in a jury. Where the key isn't there, no jury of this exam can be written. */
const Jury = fields({
  qualities: field(
    z
      .array(
        fields({
          code: field(code, { label: 'Code', width: 20, fixed: true }),
          label: field(text, { label: 'Nom', width: 40 }),
          /** One chairs, one may be their deputy. */
          seat: field(z.enum(['chair', 'deputy', 'member']), {
            label: 'Place',
            options: { chair: 'préside', deputy: 'supplée', member: 'siège' },
          }),
          /** Counted in that half; neither: in none. */
          half: field(z.enum(['teaching', 'trade']).optional(), {
            label: 'Compte pour la moitié',
            options: { teaching: 'des enseignants', trade: 'des professionnels' },
          }),
        }),
      )
      .min(1),
    { label: 'Qualités', article: 'une', one: 'Qualité', counted: ['qualité', 'qualités'] },
  ),
  /** What says who sits in it, and that a half which fails through absence bars nothing. */
  ...sourced,
  /** How many must be there; where no text says so, a person says whether there are enough. */
  quorum: field(
    fields({
      members: field(z.int().positive().nullable(), {
        label: 'Membres présents au moins',
        help: 'Vide\u00a0: aucun texte ne le dit, une personne le constate.',
        width: 4,
      }),
      ...sourced,
    }),
    'Nombre pour délibérer',
  ),
});

/** What somebody with a handicap may be granted, and what is given with the request. Who decides is a person, measure by measure. */
const Accommodations = fields({
  measures: field(
    z
      .array(
        fields({
          code: field(code, { label: 'Code', width: 20, fixed: true }),
          label: field(text, { label: 'Nom', width: 60 }),
          hint: field(text.optional(), { label: 'Explication', rows: 2 }),
          /** Extra time: the usual most, in percent; more needs reasons. */
          percent: field(
            fields({
              usual: field(z.int().min(1).max(100), { label: 'Au plus, sans motif particulier (%)', width: 4 }),
            }).optional(),
            'Temps en plus',
          ),
          ...sourced,
        }),
      )
      .min(1),
    { label: 'Mesures', article: 'une', one: 'Mesure', counted: ['mesure', 'mesures'] },
  ),
  documents: field(
    z
      .array(
        fields({
          code: field(code, { label: 'Code', width: 20, fixed: true }),
          label: field(text, { label: 'Nom', width: 60 }),
          hint: field(text.optional(), { label: 'Explication', rows: 2 }),
          ...sourced,
        }),
      )
      .min(1),
    { label: 'Documents à donner', article: 'un', one: 'Document', counted: ['document', 'documents'] },
  ),
});

/** A law that an act, a decision or a rule of the exam cites. */
const LAW = {
  /** « code de l'éducation, article D337-121 » */
  article: field(text, { label: 'Article', example: "code de l'éducation, article D337-121", width: 60 }),
  /** What it says, in a sentence. */
  words: field(text, { label: 'Ce que dit cet article', rows: 2 }),
  /** A day on which that version was in force, as it was read; null: none is known. */
  asOf: field(Day.nullable(), {
    label: 'Un jour où cette version est en vigueur',
    help: 'Vide\u00a0: inconnu.',
    width: 12,
  }),
};
const Law = fields(LAW);

/** Where a key isn't there, the articles of the whole exam (`law`) are cited: `lawOf`. */
const Laws = fields({
  /** Who may enrol. */
  conditions: field(Law.optional(), "Qui peut s'inscrire"),
  /** What makes the pieces due: an incomplete enrolment is annulled on it. */
  incomplete: field(Law.optional(), 'Pièces obligatoires, et inscription incomplète'),
  /** One diploma a session; `derogable`: the recteur may grant somebody otherwise. */
  oneEnrolment: field(
    fields({ ...LAW, derogable: field(z.boolean(), 'Le recteur peut-il y déroger\u00a0?') }).optional(),
    'Une inscription par session',
  ),
  /** The choice of a form of passage. */
  form: field(Law.optional(), 'Choix de la forme de passage'),
  accommodations: field(Law.optional(), "Aménagements d'épreuves"),
  /** An absence, justified or not, and the replacement tests. */
  absence: field(Law.optional(), 'Absence et épreuves de remplacement'),
  /** What the jury decides on, and that it is sovereign. */
  jury: field(Law.optional(), 'Délibération du jury'),
  result: field(Law.optional(), 'Ce qui donne le diplôme'),
  /** Who delivers the diploma and corrects a material error. */
  delivery: field(Law.optional(), 'Délivrance du diplôme et erreur matérielle'),
});

/** Sentences that every summons bears: « À confirmer » is added where their confidence is `uncertain` or `unknown`. */
const Sentences = z.array(fields({ words: field(text, { label: 'La phrase', rows: 2 }), ...sourced })).default([]);
const Summons = fields({
  /** What to bring to every test, the identity paper among it. */
  bring: field(Sentences, {
    label: 'Ce que le candidat apporte',
    help: "La pièce d'identité, par exemple.",
    article: 'une',
    one: 'Phrase',
  }),
  /** Who comes late. */
  door: field(Sentences, {
    label: 'Les retards',
    help: 'Qui entre encore, et jusque quand.',
    article: 'une',
    one: 'Phrase',
  }),
  /** Who can't come: what follows, and what may still be asked for. */
  absence: field(Sentences, {
    label: 'Les absences',
    help: "Ce qu'une absence entraîne, et ce qui peut être demandé.",
    article: 'une',
    one: 'Phrase',
  }),
});

export const Exam = thing(
  {
    article: 'un',
    counted: ['examen', 'examens'],
    parts: [
      { legend: "L'examen", from: 'code' },
      {
        legend: 'Lois citées',
        help: "Ce que citent les mails et les décisions. Ce qui est vide cite l'ensemble des articles de l'examen.",
        from: 'laws',
      },
      { legend: 'Ce que le candidat se dit être', from: 'categories' },
      {
        legend: "Conditions d'inscription",
        help: "Ce qui est vide n'est pas demandé. Le règlement d'une spécialité peut fixer d'autres durées.",
        from: 'admission',
      },
      { legend: 'Notes et dispenses gardées', from: 'credits' },
      { legend: 'Résultats', from: 'results' },
      {
        legend: "Aménagements d'épreuves",
        help: 'Ce qui peut être demandé et ce qui est à donner. Une personne décide de chaque mesure.',
        from: 'accommodations',
      },
      {
        legend: 'Convocations',
        help: "Ce que chaque convocation dit, outre l'heure et le lieu. Le candidat lit les phrases, pas leurs sources.",
        from: 'summons',
      },
      {
        legend: 'Épreuves et pointage',
        help: 'Le temps entre deux épreuves, et quand les centres disent qui est venu.',
        from: 'sittings',
      },
      { legend: 'Catégories socio-professionnelles', from: 'socioProfessionalCategories' },
    ],
  },
  {
    code: field(code, { label: "Code de l'examen", fixed: true }),
    /** « Certificat d'aptitude professionnelle » */
    name: field(text, { label: 'Nom', width: 40 }),
    /** « CAP », within a sentence, with its gender for the articles. */
    noun: field(text, { label: 'Nom dans une phrase, sans majuscule', width: 40 }),
    gender: field(z.enum(['masculine', 'feminine']), {
      label: 'Genre',
      options: { masculine: 'masculin', feminine: 'féminin' },
    }),
    /** « CAP » */
    short: field(text, { label: 'Sigle', width: 8 }),
    /** « articles D337-1 à D337-25-1 du code de l'éducation » */
    law: field(text, {
      label: 'Ses articles',
      example: "articles D337-1 à D337-25-1 du code de l'éducation",
      width: 60,
    }),
    /** The law that each act cites, with its date. */
    laws: field(Laws.optional(), { label: 'Lois citées', counted: ['loi citée', 'lois citées'] }),
    /** Where the ministry publishes its regulations. */
    regulationsAt: field(
      fields({
        label: field(text, { label: 'Nom du lien', width: 40 }),
        url: field(z.url(), { label: 'Adresse', width: 60 }),
      }).optional(),
      "Règlements d'examen en ligne",
    ),
    level: field(z.int(), { label: 'Niveau', width: 4 }),
    /** The first figures of its national codes of speciality. */
    cfdPrefix: field(shaped('cfdPrefix'), { label: 'Premiers chiffres de ses codes nationaux', width: 4, fixed: true }),
    /** Of the enrolment numbers of its sessions, before the year, unless a session says otherwise. */
    numberPrefix: field(shaped('examPrefix'), { label: "Début de ses numéros d'inscription", width: 8 }),
    /** In that order, each after those that it needs; `acquis` and `epreuves` may be left out: everything is sat then. */
    steps: field(z.array(z.enum(STEP_NAMES)), {
      label: "Étapes de l'inscription",
      options: {
        identification: 'identification',
        informations: 'informations',
        qualification: 'qualification',
        acquis: 'acquis',
        epreuves: 'épreuves',
      },
    }),
    /** What a candidate says to be, in the order of the form. */
    categories: field(
      z
        .array(
          fields({
            code: field(CategoryCode, { label: 'Code', fixed: true, options: CATEGORIES }),
            label: field(text, { label: 'Nom', width: 60 }),
            hint: field(text, { label: 'Explication', rows: 2 }),
          }),
        )
        .min(1),
      { label: 'Catégories', article: 'une', one: 'Catégorie' },
    ),
    /** The forms of passage that are offered. */
    forms: field(z.array(z.enum(['GLOBAL', 'PROGRESSIVE'])).min(1), { label: 'Formes de passage', options: FORMS }),
    admission: field(Admission, {
      label: "Conditions d'inscription",
      counted: ["condition d'inscription", "conditions d'inscription"],
    }),
    credits: field(Credits, 'Notes gardées'),
    results: field(Results, 'Résultats'),
    jury: field(Jury.optional(), {
      label: 'Jury',
      help: "Vide\u00a0: aucun jury ne peut être composé, et aucun résultat n'est arrêté.",
    }),
    /** How its tests follow each other; where the key isn't there, nothing is looked at. */
    sittings: field(
      fields({
        /** Between the end of a test, more time counted, and the beginning of the next of the same candidate. */
        breakMinutes: field(z.int().min(1).max(240), { label: "Minutes entre deux épreuves d'un candidat", width: 8 }),
        ...sourced,
      }).optional(),
      {
        label: 'Suite des épreuves',
        help: "Vide\u00a0: la répartition ne regarde pas le temps entre deux épreuves d'un candidat.",
      },
    ),
    /** When centres check candidates in; where the key isn't there, twelve and twenty-four hours. */
    attendance: field(
      fields({
        /** Before the first test of a day: its list may be read from then on. */
        opensHours: field(z.int().min(1).max(72), {
          label: "Heures entre l'ouverture de la liste et la première épreuve du jour",
          help: 'La veille au soir, là où il y a du réseau.',
          width: 4,
        }),
        /** After the end of a test: what was said of it is taken until then. */
        takenHours: field(z.int().min(1).max(240), {
          label: "Heures après la fin d'une épreuve pendant lesquelles un pointage est reçu",
          help: 'Un appareil sans réseau envoie plus tard ce qui y est noté.',
          width: 4,
        }),
        ...sourced,
      }).optional(),
      {
        label: 'Pointage dans les centres',
        help: "Vide\u00a0: la liste d'un jour s'ouvre 12\u00a0heures avant, et un pointage est reçu 24\u00a0heures après.",
      },
    ),
    exemptionGrounds: field(
      z.array(
        fields({
          code: field(code, { label: 'Code', width: 20, fixed: true }),
          label: field(text, { label: 'Nom', rows: 2 }),
          /** Kinds of units, or words of their titles, that it may exempt; `any` for all. */
          covers: field(z.enum(['general-expression-and-language', 'general', 'sport', 'speciality-list', 'any']), {
            label: 'Ce dont il dispense',
            options: {
              'general-expression-and-language': 'expression et langue',
              general: 'les unités générales',
              sport: "l'éducation physique et sportive",
              'speciality-list': 'la liste de la spécialité',
              any: 'toute unité',
            },
          }),
          basis: field(z.enum(['order', 'notice', 'both']), {
            label: 'Il vaut quand la session se fonde',
            options: { order: "sur l'arrêté", notice: 'sur la notice', both: "sur l'un ou l'autre" },
          }),
          /** No text decides: the office judges each. */
          judged: field(z.boolean().default(false), {
            label: 'Le bureau en juge-t-il\u00a0?',
            help: 'Oui\u00a0: aucun texte ne décide.',
          }),
          source,
        }),
      ),
      {
        label: 'Motifs de dispense',
        article: 'un',
        one: 'Motif',
        counted: ['motif de dispense', 'motifs de dispense'],
      },
    ),
    /** Where the key isn't there, a request says in words what is needed. */
    accommodations: field(Accommodations.optional(), "Aménagements d'épreuves"),
    /** Where the key isn't there, a summons says where and when, and nothing of the rest. */
    summons: field(Summons.optional(), 'Convocations'),
    /** INSEE, professions et catégories socioprofessionnelles, first level. */
    socioProfessionalCategories: field(
      z
        .array(
          fields({
            code: field(text, { label: 'Code', width: 4, fixed: true }),
            label: field(text, { label: 'Nom', width: 60 }),
          }),
        )
        .min(1),
      { label: 'Catégories', article: 'une', one: 'Catégorie' },
    ),
  },
  [
    'code',
    'name',
    'noun',
    'gender',
    'short',
    'law',
    'regulationsAt',
    'level',
    'cfdPrefix',
    'numberPrefix',
    'steps',
    'forms',
    'laws',
    'categories',
    'admission',
    'credits',
    'exemptionGrounds',
    'results',
    'jury',
    'accommodations',
    'summons',
  ],
);

export type Exam = Frozen<z.infer<typeof Exam>>;
export type SummonsWords = NonNullable<Exam['summons']>;
export type LawName = keyof NonNullable<Exam['laws']>;
export type StepName = Exam['steps'][number];
export type Admission = Exam['admission'];
export type Accommodations = NonNullable<Exam['accommodations']>;
export type Remedy = NonNullable<Exam['results']['remedies']>[number];
export type Measure = Accommodations['measures'][number];
export type JuryRules = NonNullable<Exam['jury']>;

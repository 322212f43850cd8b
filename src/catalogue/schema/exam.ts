import * as z from 'zod';
import { Admission, CATEGORIES, CategoryCode, Credits, FORMS } from './admission.ts';
import { Laws } from './law.ts';
import { Jury, Results } from './results.ts';
import { code, type Frozen, shaped, source, sourced, text } from './shape.ts';
import { field, fields, thing } from './words.ts';

/** The steps of an enrolment that a pack may list. The summary comes last, always, and isn't listed. */
export const STEP_NAMES = ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const;

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
    /** Who examines and invigilates; where the key isn't there, one person a board and a hall. */
    examiners: field(
      fields({
        board: field(
          fields({
            members: field(z.int().min(1).max(12), { label: "Examinateurs d'une commission", width: 4 }),
            teachers: field(z.int().min(0).max(12), { label: 'Dont enseignants au moins', width: 4 }),
            professionals: field(z.int().min(0).max(12), { label: 'Dont professionnels au moins', width: 4 }),
            ...sourced,
          }),
          "Commission d'interrogation",
        ),
        hall: field(
          fields({
            members: field(z.int().min(1).max(12), { label: "Surveillants d'une salle", width: 4 }),
            eachCandidates: field(z.int().min(1).max(500).nullable(), {
              label: 'Un surveillant au moins pour tant de candidats',
              help: 'Vide\u00a0: leur nombre ne dépend pas des candidats.',
              width: 4,
            }),
            ...sourced,
          }),
          'Surveillance des écrits',
        ),
        /** Whoever is employed asks their employer for leave so long before. */
        conveneDays: field(z.int().min(1).max(120), {
          label: 'Jours avant la première épreuve, pour convoquer un professionnel',
          help: 'Un salarié demande son absence à son employeur, convocation jointe.',
          width: 4,
        }),
        /** Printed on the convocation of whoever is employed; where the key isn't there, nothing is. */
        leave: field(
          fields({
            days: field(z.int().min(1).max(120), { label: 'Jours avant, pour demander son absence', width: 4 }),
            ...sourced,
          }).optional(),
          "Absence demandée à l'employeur",
        ),
      }).optional(),
      {
        label: 'Examinateurs et surveillants',
        help: 'Vide\u00a0: une personne par commission et par salle.',
      },
    ),
    /** How its tests follow each other; where the key isn't there, nothing is looked at. */
    sittings: field(
      fields({
        /** Between the end of a test, more time counted, and the beginning of the next of the same candidate. */
        breakMinutes: field(z.int().min(1).max(240), { label: "Minutes entre deux épreuves d'un candidat", width: 8 }),
        /** « Le temps de préparation aussi »; where the key isn't there, it is: no text read says that it isn't. */
        preparationExtends: field(z.boolean().optional(), 'Le tiers temps vaut aussi pour la préparation des oraux'),
        /** Where its law or its office has two tests of one speciality at the same hour, for those who never sit both. */
        atOnce: field(z.boolean().optional(), "Deux épreuves d'une spécialité à la même heure"),
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
export type Accommodations = NonNullable<Exam['accommodations']>;
export type Remedy = NonNullable<Exam['results']['remedies']>[number];
export type Measure = Accommodations['measures'][number];
export type JuryRules = NonNullable<Exam['jury']>;
export type ExaminerRules = NonNullable<Exam['examiners']>;

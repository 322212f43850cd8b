import * as z from 'zod';
import { foldedName } from '../../platform/tables/columns.ts';
import { PARTS } from '../budgets.ts';
import { Evaluation } from './evaluation.ts';
import { code, type Frozen, type OfExam, oneALine, shaped, source, sourced, sources, text } from './shape.ts';
import { field, fields, thing } from './words.ts';

/** A replacement test goes by its unit's id with this ending (`exam/rules/replacement.ts`), so no unit of a regulation may end so. */
export const REPLACEMENT_ENDING = '-R';

/** The second and later phases of a test go by its unit's id with this and their number (`exam/rules/phase.ts`): no unit of a regulation ends so either. */
export const PHASE_ENDING = '-P';

export const UnitKind = z.enum(['PRO', 'GENERAL', 'LV_COMPULSORY', 'LV_OPTIONAL', 'OTHER_OPTIONAL']);
const UNIT_KINDS = {
  PRO: 'professionnelle',
  GENERAL: 'générale',
  LV_COMPULSORY: 'langue obligatoire',
  LV_OPTIONAL: 'langue facultative',
  OTHER_OPTIONAL: 'autre facultative',
};

const Unit = fields(
  {
    /** The key used everywhere: the unit's code where the regulation gives one, else `BLOC-01`… */
    id: field(code, {
      label: "Code de l'unité ici",
      help: 'Lettres sans accent, chiffres et tirets\u00a0: U10, UP1, BLOC-01.',
      width: 10,
      fixed: true,
    }),
    /** As in the regulation (`U10`, `UP1`, `U30A`, `UF`), or null when no source gives it. */
    code: field(text.nullable(), { label: 'Code dans le règlement', width: 10 }),
    /** The test it belongs to: E1, EP2… */
    test: field(text.nullable(), { label: 'Épreuve', width: 10 }),
    title: field(text, { label: 'Intitulé', width: 60 }),
    /** The source may have printed another diploma's title: pages warn of it, papers to sign leave it out. */
    doubtfulTitle: field(z.boolean().optional(), 'Intitulé douteux'),
    coefficient: field(z.int().positive().nullable(), {
      label: 'Coefficient',
      width: 6,
      counted: ['coefficient', 'coefficients'],
    }),
    /**
     * « écrit », « oral », « pratique »: then the calendar holds it so. « contrôle continu »: nobody sits it, an establishment gives its mark; never of
     * whoever enrols alone (D337-113).
     */
    mode: field(text.nullable(), { label: 'Forme', width: 12 }),
    /** In French, as printed: « 2 h 30 ». */
    duration: field(text.nullable(), { label: 'Durée', width: 16 }),
    /** That each has before an oral, beside its duration. */
    preparation: field(z.int().min(1).max(240).optional(), {
      label: "Minutes de préparation avant l'oral",
      width: 6,
      counted: ['minute de préparation', 'minutes de préparation'],
    }),
    /** Where it is sat in several parts, at the same post: each with its own hour in the calendar. One alone says its pause. */
    phases: field(
      z
        .array(
          fields({
            title: field(text, { label: 'Phase', width: 60 }),
            /** From its beginning to its end, what isn't counted included. */
            minutes: field(z.int().min(1).max(1440), { label: 'Minutes en tout', width: 6 }),
            /** A pause, a transfer: whoever has more time has no more of these. */
            uncounted: field(z.int().min(0).max(240), {
              label: 'Dont minutes non décomptées',
              help: 'Une pause, un transfert\u00a0: le tiers temps ne les allonge pas.',
              width: 6,
            }),
          }),
        )
        .min(1)
        .max(PARTS.phases)
        .optional(),
      { label: 'Phases', article: 'une', one: 'Phase', counted: ['phase', 'phases'] },
    ),
    kind: field(UnitKind, { label: 'Nature', options: UNIT_KINDS }),
    /** Units of one group are alternatives: exactly one is presented (Coiffure U30A / U30B). */
    choiceGroup: field(text.optional(), {
      label: 'Groupe de choix',
      help: "Les unités du même groupe s'excluent\u00a0: le candidat en présente une.",
      width: 14,
    }),
    /** Languages fixed by the regulation, where it fixes any. */
    languages: field(z.array(text).optional(), { label: 'Langues imposées', help: oneALine, rows: 2 }),
    ...sourced,
    /** Where the key isn't there, as it is held: by number in writing, by name before a board or in a workshop. */
    byName: field(z.boolean().optional(), {
      label: 'Notée par nom',
      help: "Vide\u00a0: par nom à l'oral et à la pratique, par numéro d'anonymat à l'écrit.",
    }),
    /** Where its order asks for more in a board than the exam does (`examiners` of the exam). */
    examiners: field(z.int().min(1).max(9).optional(), {
      label: "Membres d'une commission au moins",
      help: "Vide\u00a0: autant que le dit l'examen.",
      width: 6,
      counted: ['membre', 'membres'],
    }),
    /** Where the key isn't there, a board gives one mark out of 20. */
    evaluation: field(Evaluation.optional(), "Fiche d'évaluation"),
  },
  [
    'id',
    'title',
    'coefficient',
    'mode',
    'duration',
    'preparation',
    'phases',
    'examiners',
    'code',
    'test',
    'kind',
    'choiceGroup',
    'languages',
  ],
);

const PracticeConditions = fields({
  /** null: not read, or said of apprentices alone; 0: the order says that no minimum is asked. */
  trainingHours: field(
    fields({
      continuingTraining: field(z.int().nullable(), { label: 'Formation continue', width: 6 }),
      apprenticeshipPerYear: field(z.int().nullable(), { label: 'Apprentissage, par an', width: 6 }),
      bacProOfTheSector: field(z.int().nullable(), { label: 'Bac pro du secteur', width: 6 }),
    }),
    'Heures de formation',
  ),
  yearsWithoutDiploma: field(z.int().nullable(), { label: 'Années de métier, sans diplôme', width: 6 }),
  yearsWithListedDiploma: field(z.int().nullable(), {
    label: 'Années de métier, avec un diplôme de la liste',
    width: 6,
  }),
  monthsWithSpecialContract: field(z.int().nullable(), { label: 'Mois, avec un contrat en alternance', width: 6 }),
  /** 6 is the floor; from 6 to 12 the office judges. */
  monthsWithBacPro: field(z.tuple([z.int(), z.int()]).nullable(), {
    label: 'Mois, avec un bac pro',
    help: 'Le moins et le plus\u00a0: [ 6, 12 ].',
    width: 12,
  }),
  ...sourced,
});

export const Regulation = thing(
  {
    article: 'un',
    counted: ['règlement', 'règlements'],
    parts: [
      {
        legend: 'Unités',
        help: 'Ouvrez une unité pour la changer. Ce que la source ne dit pas reste vide.',
        from: 'units',
      },
      { legend: 'Le règlement', from: 'cfd' },
      { legend: 'Qui peut se présenter', from: 'conditions' },
      { legend: 'Sources', from: 'notes' },
    ],
  },
  {
    cfd: field(shaped('cfd'), { label: 'Spécialité', width: 10, fixed: true }),
    title: field(text, { label: 'Titre', width: 60 }),
    /** « Arrêté du 28 mars 2011 (NOR MENE1108703A), annexe III » */
    order: field(text.nullable(), { label: 'Arrêté', width: 60 }),
    firstSession: field(z.int().nullable(), { label: 'Première session', width: 6 }),
    lastSession: field(z.int().nullable(), { label: 'Dernière session', width: 6 }),
    /** Can a candidate choose units from it? False while a unit is known to be missing; the office fills it. */
    unitsComplete: field(z.boolean(), {
      label: 'Toutes ses unités sont-elles là\u00a0?',
      help: 'Non\u00a0: les candidats ne peuvent pas encore choisir cette spécialité.',
    }),
    /** What is known and what is not, in French, for the office. */
    completeness: field(text, { label: "Ce qui est su, ce qui ne l'est pas", rows: 3 }),
    units: field(z.array(Unit).max(PARTS.units), {
      label: 'Unités',
      article: 'une',
      one: 'Unité',
      counted: ['unité', 'unités'],
    }),
    /** The total of compulsory coefficients where a source gives it, choices counted once: checked against the units. */
    totalCoefficient: field(z.int().positive().nullable().default(null), {
      label: 'Total des coefficients obligatoires',
      help: "Tel qu'imprimé dans la source\u00a0; il est comparé aux unités.",
      width: 6,
    }),
    /** null: the source says nothing of languages. */
    compulsoryLanguage: field(z.boolean().nullable(), 'Langue vivante obligatoire'),
    optionalLanguage: field(z.boolean().nullable(), 'Langue vivante facultative'),
    /** null: the source prints no number. */
    maxOptionalUnits: field(z.int().nullable(), { label: "Nombre d'unités facultatives au plus", width: 6 }),
    conditions: field(PracticeConditions.optional(), {
      label: 'Conditions propres à cette spécialité',
      help: "Elles passent avant celles de l'examen. Tout vide\u00a0: celles de l'examen valent.",
    }),
    /** Weeks in a workplace, where its order asks them of whoever comes alone: never judged by the machine. */
    workPlacement: field(
      fields({ weeks: field(z.int().positive(), { label: 'Semaines', width: 4 }), ...sourced }).optional(),
      {
        label: 'Semaines en milieu professionnel demandées à qui se présente seul',
        help: 'Jamais jugées par un programme\u00a0: un gestionnaire regarde chaque dossier.',
      },
    ),
    /** Diplomas of level 3 or more that bring the practice down to two years. */
    listedDiplomas: field(
      fields({
        titles: field(z.array(text).min(1), { label: 'Diplômes', help: oneALine, rows: 5 }),
        rule: field(text.optional(), { label: 'Règle, en mots', width: 60 }),
        source,
      }).optional(),
      { label: 'Diplômes de la liste', help: 'Ceux qui ramènent la durée de métier à deux ans.' },
    ),
    unitExemptions: field(
      z
        .array(
          fields({
            diploma: field(text, { label: 'Diplôme', width: 60 }),
            units: field(z.array(text).min(1), { label: 'Unités', help: oneALine, rows: 2 }),
            mode: field(text, { label: 'Comment', width: 40 }),
            ...sourced,
          }),
        )
        .default([]),
      {
        label: "Dispenses d'unités",
        article: 'une',
        one: 'Dispense',
        counted: ["dispense d'unité", "dispenses d'unités"],
      },
    ),
    equivalences: field(
      fields({
        from: field(text, { label: 'Règlement précédent', width: 60 }),
        tables: field(
          z
            .record(
              text,
              z.array(z.strictObject({ from: z.array(text).min(1), to: text, merge: z.boolean().default(false) })),
            )
            .nullable(),
          { label: "Tables, d'unités anciennes en nouvelles", rows: 8 },
        ),
        withoutCounterpart: field(
          fields({
            old: field(z.array(text), { label: 'Anciennes', help: oneALine, rows: 2 }),
            new: field(z.array(text), { label: 'Nouvelles', help: oneALine, rows: 2 }),
          }).optional(),
          'Unités sans équivalent',
        ),
        ...sourced,
      }).optional(),
      'Équivalences avec le règlement précédent',
    ),
    eligibility: field(z.enum(['common', 'pharmacy']).default('common'), {
      label: "Conditions d'inscription",
      options: { common: "celles de l'examen", pharmacy: 'celles de la pharmacie' },
    }),
    notes: field(z.array(text).default([]), { label: 'Remarques', help: oneALine, rows: 3 }),
    sources,
  },
  [
    'units',
    'cfd',
    'title',
    'order',
    'firstSession',
    'lastSession',
    'totalCoefficient',
    'unitsComplete',
    'compulsoryLanguage',
    'optionalLanguage',
    'maxOptionalUnits',
    'completeness',
    'eligibility',
    'workPlacement',
  ],
);

export type UnitKind = z.infer<typeof UnitKind>;
export type Unit = Frozen<z.infer<typeof Unit>>;
export type Regulation = OfExam<Frozen<z.infer<typeof Regulation>>>;

/** Does nobody sit it, an establishment giving its mark? */
export function isContinuous({ mode }: Pick<Unit, 'mode'>): boolean {
  return mode !== null && foldedName(mode) === 'controle continu';
}

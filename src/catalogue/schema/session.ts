import * as z from 'zod';
import { caveat, code, Day, type Frozen, shaped, sourced, sources, text, WallClock } from './shape.ts';
import { type Field, field, fields, thing } from './words.ts';

const PieceGroup = fields(
  {
    code: field(code, { label: 'Code du regroupement', width: 24, fixed: true }),
    label: field(text, { label: 'Nom du regroupement', width: 40 }),
    mode: field(z.enum(['online', 'post']), {
      label: 'Comment les donner',
      options: { online: 'En ligne', post: 'Par la poste' },
    }),
    pieces: field(z.array(text).min(1), { label: 'Codes des pièces', help: 'Un par ligne.', rows: 4 }),
    opensAt: field(WallClock, 'Ouverture du dépôt'),
    /** The instant before which the group must be in. */
    dueAt: field(WallClock, 'Échéance du dépôt'),
    /** Does a missing piece of this group keep the enrolment from being validated (and cancel it after the closing)? */
    countsForValidation: field(z.boolean(), {
      label: "Une pièce manquante empêche-t-elle de valider l'inscription\u00a0?",
      help: "Oui\u00a0: sans elle, l'inscription est annulée après la clôture. Non\u00a0: la sanction est autre.",
    }),
    /** What happens without it, in words. */
    sanction: field(text, { label: 'Ce qui arrive sans ces pièces', help: 'Le candidat lit cette phrase.', rows: 3 }),
    /** Whom to ask, who pays: the notice on R.408. */
    help: field(text.optional(), { label: 'À qui demander, qui paie', rows: 3 }),
    /** Postal address, for pieces by post. */
    postalAddress: field(text.optional(), { label: 'Adresse postale', help: 'Pour un envoi par la poste.', rows: 3 }),
  },
  ['code', 'label', 'pieces'],
);

const Reminder = fields({
  before: field(z.int().min(1).max(60), { label: 'Combien avant', width: 4 }),
  unit: field(z.enum(['days', 'hours']), { label: 'Unité', options: { days: 'Jours', hours: 'Heures' } }),
});

/** The plan of an office that wrote none. */
const REMINDERS: readonly z.infer<typeof Reminder>[] = [
  { before: 14, unit: 'days' },
  { before: 7, unit: 'days' },
  { before: 3, unit: 'days' },
  { before: 1, unit: 'days' },
  { before: 3, unit: 'hours' },
];

const SWITCHES = {
  /** `enrolment`: the notice asks at enrolment; `exam`: the Code, at the full exam or the last unit (D337-106). */
  conditionsDueAt: field(z.enum(['enrolment', 'exam']), {
    label: "Quand la preuve de l'activité est-elle due\u00a0?",
    options: {
      enrolment: { label: "À l'inscription", hint: "La notice la demande à l'inscription." },
      exam: {
        label: "À l'examen",
        hint: "Le Code (D337-106)\u00a0: à l'examen entier, ou à la dernière unité. L'attestation d'emploi va alors dans un regroupement à part.",
      },
    },
  }),
  exemptionBasis: field(z.enum(['order', 'notice']), {
    label: 'Sur quoi une dispense repose-t-elle\u00a0?',
    options: {
      order: {
        label: "Sur l'arrêté",
        hint: 'Arrêté du 6 novembre 2019\u00a0: expression et langue pour les bacheliers, plus étroit que la notice.',
      },
      notice: { label: 'Sur la notice', hint: 'Tout diplôme de niveau au moins égal, que le bureau juge.' },
    },
  }),
  /** « Toute note ou dispense non conservée est définitivement perdue » (notice). */
  unkeptMarksAreLost: field(z.boolean(), {
    label: 'Une note non conservée est-elle perdue\u00a0?',
    options: {
      oui: { label: 'Oui', hint: 'Notice\u00a0: toute note ou dispense non conservée est définitivement perdue.' },
      non: { label: 'Non', hint: 'Le candidat peut la demander de nouveau à une session suivante.' },
    },
  }),
  signature: field(z.enum(['paper', 'online', 'both']), {
    label: 'Comment la confirmation est-elle signée\u00a0?',
    options: {
      paper: { label: 'Sur papier', hint: 'Notice\u00a0: imprimer, dater, signer, télé-verser.' },
      online: { label: 'En ligne', hint: 'Le candidat se connecte de nouveau, lit tout et signe.' },
      both: { label: 'Au choix', hint: 'Sur papier ou en ligne.' },
    },
  }),
  /** The notice: « catégorie socio-professionnelle d'un représentant légal »; an adult's own makes sense. */
  socioProfessionalCategoryOf: field(z.enum(['candidate', 'guardian']), {
    label: 'De qui demande-t-on la catégorie socio-professionnelle\u00a0?',
    options: {
      candidate: { label: 'Du candidat', hint: 'Un majeur dit la sienne.' },
      guardian: { label: "D'un représentant légal", hint: 'Mot de la notice.' },
    },
  }),
  /**
   * Who proves a nationality. It decides on the national service alone, due until the eve of 25 (code du service national,
   * L113-4): without the switch, nobody older is asked.
   */
  nationalityAskedOf: field(z.enum(['everyone', 'under-25']).exactOptional(), {
    label: 'À qui demande-t-on un document de nationalité\u00a0?',
    options: {
      'under-25': {
        label: 'Aux moins de 25\u00a0ans',
        hint: "La nationalité ne sert qu'à savoir si l'obligation de service national vaut\u00a0: elle s'arrête à 25\u00a0ans (code du service national, L113-4).",
      },
      everyone: {
        label: 'À tous les candidats',
        hint: 'Comme le montre la notice de 2024. Aux plus âgés, la raison affichée dit que rien ne dépend de ce document.',
      },
    },
  }),
};
const SWITCHES_ASKED = ['conditionsDueAt', 'nationalityAskedOf'] as const;
const Switches = fields(SWITCHES, SWITCHES_ASKED);

/** The names of the admitted who agree to it are published on line; where the key isn't there, no list is. */
const NAMES_PUBLISHED = field(fields({ ...sourced }).optional(), {
  label: 'Liste des admis en ligne',
  help: "Seuls les admis qui l'acceptent y sont nommés. Vide\u00a0: aucune liste n'est publiée.",
});

export const Session = thing(
  {
    article: 'une',
    counted: ['session', 'sessions'],
    parts: [
      { legend: "D'où viennent ces dates", from: 'window' },
      { legend: 'Nom et numéros', from: 'code' },
      { legend: 'Réglages', from: 'silence' },
      { legend: 'Regroupements de pièces', from: 'pieceGroups' },
      { legend: 'Sources de la session', from: 'sources' },
    ],
  },
  {
    code: field(code, { label: 'Code de la session', fixed: true }),
    exam: field(code, { label: 'Examen', fixed: true }),
    academy: field(code, { label: 'Académie', fixed: true }),
    /** « session 2024 » */
    label: field(text, { label: 'Nom de la session', example: 'session 2024', width: 30 }),
    year: field(z.int(), { label: "Année de l'examen", width: 6 }),
    zone: field(z.literal('Europe/Paris'), {
      label: 'Fuseau horaire',
      fixed: true,
      options: { 'Europe/Paris': 'Paris' },
    }),
    /** Prefix of the enrolment numbers: `BP24` gives BP24-00127-K. Unique among sessions. */
    numberPrefix: field(shaped('numberPrefix'), {
      label: "Début des numéros d'inscription",
      help: 'Deux à six majuscules ou chiffres, propres à cette session.',
      width: 8,
    }),
    demonstration: field(z.boolean().default(false), { label: 'Démonstration', fixed: true }),
    window: field(
      fields({
        opensAt: field(WallClock, {
          label: 'Ouverture du registre',
          help: 'Les inscriptions sont possibles à partir de cet instant.',
          counted: ['date', 'dates'],
        }),
        closesAt: field(WallClock, {
          label: 'Clôture du registre',
          help: 'À cet instant le registre est clos\u00a0: la minute elle-même est trop tard.',
          counted: ['date', 'dates'],
        }),
      }),
      'Inscriptions',
    ),
    /** The last extension after an incident: why, as everybody reads it, and the closing before it. */
    extended: field(
      fields({
        closedAt: field(WallClock, { label: 'Clôture avant la prolongation', counted: ['date', 'dates'] }),
        reason: field(text, { label: "L'incident, tel que tout le monde le lit", rows: 3 }),
      }).exactOptional(),
      {
        label: 'Dernière prolongation après un incident',
        help: 'Écrite par la page «\u00a0Prolonger après un incident\u00a0».',
      },
    ),
    pieceGroups: field(z.array(PieceGroup).min(1), {
      label: 'Regroupements de pièces',
      article: 'un',
      one: 'Regroupement',
      counted: ['regroupement de pièces', 'regroupements de pièces'],
    }),
    correctionsEndAt: field(
      fields({
        at: field(WallClock, {
          label: 'Fin des corrections',
          help: 'Une pièce donnée à temps et refusée ensuite peut être corrigée au moins jusque-là.',
        }),
        ...sourced,
      }),
      'Fin des corrections',
    ),
    /** Days that each refusal leaves to correct, from the day when it is told (CRPA L114-5, L114-6). */
    correctionDays: field(z.int().min(1).max(60).default(15), {
      label: 'Jours pour corriger une pièce refusée',
      help: "Comptés à partir du jour où le candidat apprend le refus. Si la fin des corrections est plus tard, c'est elle qui compte.",
      width: 6,
    }),
    /** When whoever hasn't given everything is reminded: so long before each deadline. An empty list: never. */
    reminders: field(
      z
        .array(Reminder)
        .max(8)
        .default(() => [...REMINDERS]),
      {
        label: 'Relances',
        help: "Combien de temps avant chaque échéance écrire à qui n'a pas tout donné. Sans aucune ligne, personne n'est relancé.",
        article: 'une',
        one: 'Relance',
        counted: ['relance', 'relances'],
      },
    ),
    /** No correction after it, whenever the refusal came: the convocations are then made. Without it, the first day of the exam. */
    lastCorrectionAt: field(
      fields({
        at: field(WallClock, {
          label: 'Dernière correction possible',
          help: 'Aucun temps de correction ne la dépasse\u00a0: fixez-la avant de préparer les convocations.',
        }),
        ...sourced,
      }).optional(),
      'Dernière correction',
    ),
    /** First day of the tests, for the five years of marks and projected practice. */
    examStartsOn: field(
      fields({
        on: field(Day, {
          label: "Premier jour de l'examen",
          help: 'Les cinq ans des notes et la durée de travail sont comptés à ce jour.',
        }),
        ...sourced,
      }),
      "Début de l'examen",
    ),
    /** Marks of units in continuous control: until this day an establishment gives them. Nobody who enrols alone has any (D337-113). */
    continuousMarks: field(
      fields({
        by: field(Day, { label: 'Dernier jour pour donner les notes', help: 'Inclus.' }),
        ...sourced,
      }).optional(),
      {
        label: 'Notes de contrôle continu',
        help: "Vide\u00a0: aucune unité n'est en contrôle continu, ou aucun jour n'est fixé.",
      },
    ),
    resultsAt: field(
      fields({
        at: field(WallClock.nullable(), {
          label: 'Publication des résultats',
          help: 'Laissez vide tant que la date est inconnue.',
        }),
        ...sourced,
      }),
      'Résultats',
    ),
    namesPublished: NAMES_PUBLISHED,
    /**
     * What the office's silence on an enrolment means, yes or no, as its acknowledgement says (CRPA R112-11-1, L231-1, L231-4), and what
     * the office adds. Without it nothing is said, and no delay of appeal runs against the candidate (L112-12).
     */
    silence: field(
      fields({
        means: field(z.enum(['acceptance', 'refusal']).exactOptional(), {
          label: 'Deux mois sans réponse valent',
          help: "Dit sur l'accusé de réception, avec son jour (code des relations entre le public et l'administration, articles R112-11-1, L231-1 et L231-4). Sans cela, les délais de recours ne courent pas (article L112-12).",
          options: { acceptance: 'acceptation, à partir du dossier complet', refusal: 'refus, à partir de la demande' },
        }),
        words: field(text.exactOptional(), { label: "Phrase de plus sur l'accusé de réception", rows: 3 }),
        ...sourced,
      }).optional(),
      'Silence du rectorat',
    ),
    switches: field(Switches, { label: 'Réglages', counted: ['réglage', 'réglages'] }),
    /** Of its dates, where they were borrowed or invented. */
    caveat,
    sources,
  },
  [
    'window',
    'extended',
    'correctionsEndAt',
    'lastCorrectionAt',
    'examStartsOn',
    'continuousMarks',
    'resultsAt',
    'code',
    'exam',
    'academy',
    'zone',
    'demonstration',
    'label',
    'year',
    'numberPrefix',
    'silence',
    'namesPublished',
    'correctionDays',
    'reminders',
    'switches',
  ],
);

/** A switch that isn't there is that of the base. */
const unlessSame = <Schema extends z.ZodType>({ schema, words }: Field<Schema>) => ({
  schema: schema.exactOptional(),
  words,
});

/** A session made from another: the same hours, moved by whole weeks so that it is open when first loaded. */
export const RelativeSession = thing(
  {
    article: 'une',
    counted: ['session de démonstration', 'sessions de démonstration'],
    parts: [
      { legend: 'Réglages', from: 'switches' },
      { legend: 'Autres', from: 'code' },
    ],
  },
  {
    code: field(code, { label: 'Code de la session', fixed: true }),
    basedOn: field(code, { label: 'Déplacée depuis', fixed: true }),
    numberPrefix: field(shaped('numberPrefix'), { label: "Début des numéros d'inscription", width: 8 }),
    demonstration: field(z.literal(true), { label: 'Démonstration', fixed: true }),
    /** At least so many days have passed since the opening when it is first loaded (0–1000). */
    openedDaysBefore: field(z.int().min(0).max(1000), { label: "Jours passés depuis l'ouverture", width: 4 }),
    /** Its register was closed by then: there is a story to tell of it already. */
    isOver: field(z.literal(true).exactOptional(), { label: 'Close au premier chargement', fixed: true }),
    /** The base is the model of this one, and nobody enrols in it. */
    insteadOfBase: field(z.boolean().exactOptional(), {
      label: "Cette session prend-elle la place de celle d'origine\u00a0?",
      help: "Oui\u00a0: la session d'origine n'est montrée à personne.",
    }),
    /** The base's where it isn't there. */
    namesPublished: NAMES_PUBLISHED,
    /** Switches that differ from those of the base. */
    switches: field(
      fields(
        {
          conditionsDueAt: unlessSame(SWITCHES.conditionsDueAt),
          exemptionBasis: unlessSame(SWITCHES.exemptionBasis),
          unkeptMarksAreLost: unlessSame(SWITCHES.unkeptMarksAreLost),
          signature: unlessSame(SWITCHES.signature),
          socioProfessionalCategoryOf: unlessSame(SWITCHES.socioProfessionalCategoryOf),
          nationalityAskedOf: SWITCHES.nationalityAskedOf,
        },
        SWITCHES_ASKED,
      ).exactOptional(),
      'Réglages',
    ),
  },
  ['switches', 'namesPublished'],
);

export type Reminder = Frozen<z.infer<typeof Reminder>>;
export type PieceGroup = Frozen<z.infer<typeof PieceGroup>>;
export type Session = Frozen<z.infer<typeof Session>>;
/** How confirmations are signed: on a printed sheet, on line, or as the candidate chooses. */
export type SignatureSetting = Session['switches']['signature'];
export type RelativeSession = Frozen<z.infer<typeof RelativeSession>>;

import { markInWords, numericDay, plural, unreadTable, wholeNumber } from '../ui/index.ts';
import { type FormerDecision, type FormerOutcome, MOST } from './former.ts';

/** What both doors say of former results. */
export const texts = {
  title: 'Résultats antérieurs',
  headings: {
    number: 'Numéro candidat',
    birthName: 'Nom de naissance',
    firstNames: 'Prénoms',
    birthDate: 'Date de naissance',
    speciality: 'Code spécialité',
    session: 'Session',
    obtainedOn: "Date d'obtention",
    unit: 'Unité',
    mark: 'Note',
    decision: 'Décision',
  },
  outcomes: {
    absent: 'absent',
    excused: 'absence justifiée',
    exempt: 'dispensé',
  } satisfies Record<Exclude<FormerOutcome, 'mark'>, string>,
  decisions: { admitted: 'Admis', 'not-admitted': 'Ajourné' } satisfies Record<FormerDecision, string>,
  nothingNew: 'Le fichier ne change rien\u00a0: chaque ligne y est déjà enregistrée, ou trop ancienne pour servir.',
} as const;

/** « 12,5 sur 20 » or « absent ». */
export function resultInWords(outcome: FormerOutcome, halfPoints: number | null): string {
  return outcome === 'mark' ? `${markInWords(halfPoints ?? 0)} sur 20` : texts.outcomes[outcome];
}

/** The head's page of files. */
export const importTexts = {
  lead: "Les notes des sessions passées dans le système d'avant. Elles servent à remplir d'avance l'étape Acquis des candidats que le bureau a reconnus, et à rien d'autre.",
  back: 'Résultats',
  claims: 'Demandes des candidats',
  waiting: (count: number): string =>
    count === 0 ? "Aucune demande n'attend." : `${plural(count, 'demande attend', 'demandes attendent')} une réponse.`,
  send: 'Envoyer un fichier',
  intro: "Une ligne par unité. Rien n'est enregistré avant que vous ayez relu ce que le fichier change.",
  templates: 'Modèle avec ses titres',
  field: 'Fichier de résultats',
  limits: "CSV jusqu'à 20\u00a0Mo et 150\u00a0000\u00a0lignes, ou XLSX jusqu'à 5\u00a0000\u00a0lignes.",
  missing: 'Choisissez le fichier à lire.',
  submit: 'Lire le fichier',
  columns: 'Colonnes attendues',
  column: 'Colonne',
  others: 'Titres aussi acceptés',
  origin: "D'où elle vient",
  origins: {
    'export-read-by-a-program':
      "Titre déduit d'un programme public qui lit un export de Cyclades (session 2023)\u00a0: à confirmer sur un vrai fichier.",
    ours: "Titre choisi ici\u00a0: aucun fichier de résultats de Cyclades n'a pu être lu. À confirmer.",
  },
  files: 'Fichiers enregistrés',
  none: 'Aucun fichier enregistré',
  noneText:
    "Dès qu'un fichier sera confirmé, il sera ici, et pourra être retiré tant qu'aucun candidat n'a repris ses notes.",
  file: 'Fichier',
  when: 'Enregistré le',
  what: 'Contenu',
  act: 'Retrait',
  content: (lines: number, persons: number, expired: number): string =>
    `${wholeNumber(lines)} lignes, ${plural(persons, 'candidat', 'candidats')}${expired === 0 ? '' : `, dont ${wholeNumber(expired)} trop anciennes, non gardées`}`,
  takenBack: (words: string): string => `Retiré\u00a0: ${words}`,
  used: (count: number): string =>
    `${plural(count, 'candidat a', 'candidats ont')} repris ces notes\u00a0: le fichier ne se retire plus.`,
  notLast: 'Un fichier plus récent est à retirer avant.',
  takeBack: 'Retirer ce fichier',
  takeBackNamed: (name: string): string => `Retirer ${name}`,
  words: 'Pourquoi\u00a0?',
  wordsHint: 'Gardé au journal.',
  wordsMissing: 'Écrivez pourquoi ce fichier est retiré.',
  flash: {
    enregistre: 'Le fichier est enregistré.',
    retire: 'Le fichier est retiré. Ce qui valait avant lui vaut de nouveau.',
  },
  table: {
    ...unreadTable({
      lines: '5\u00a0000\u00a0lignes',
      megabytes: MOST.bytes / 1_000_000,
      less: 'envoyez une session à la fois',
    }),
    'too-big': "Ce classeur est trop grand une fois ouvert. Rien n'a été enregistré\u00a0: enregistrez-le en CSV.",
    'too-many-lines':
      "Ce classeur a plus de 5\u00a0000\u00a0lignes. Rien n'a été enregistré\u00a0: enregistrez-le en CSV.",
    workbookTooBig: "Ce classeur dépasse 5\u00a0Mo. Rien n'a été enregistré\u00a0: enregistrez-le en CSV.",
  },
} as const;

/** Before anything is written. */
export const previewTexts = {
  title: "Relire avant d'enregistrer",
  back: 'Choisir un autre fichier',
  lead: (name: string): string => `Voici ce que «\u00a0${name}\u00a0» change. Rien n'est encore enregistré.`,
  added: 'Lignes nouvelles',
  changed: 'Lignes changées',
  same: "Lignes déjà enregistrées à l'identique",
  expired: 'Lignes trop anciennes pour servir, qui ne seront pas gardées',
  unchecked: "Lignes dont l'unité n'a pas pu être vérifiée, faute d'unités dans les règles",
  linked: 'Candidats qui ont déjà repris des notes de ces lignes, et seront prévenus',
  groups: 'Par session et spécialité',
  session: 'Session',
  speciality: 'Spécialité',
  persons: 'Candidats',
  lines: 'Lignes',
  differences: 'Ce qui change',
  candidate: 'Candidat',
  unit: 'Unité',
  before: 'Avant',
  after: 'Après',
  cut: (shown: number, all: number): string => `${wholeNumber(shown)} différences affichées sur ${wholeNumber(all)}.`,
  value: (result: string, on: Temporal.PlainDate, decision: string | null, person: string | null): string =>
    [
      ...(person === null ? [] : [person]),
      `${result} le ${numericDay(on)}`,
      ...(decision === null ? [] : [decision.toLowerCase()]),
    ].join(', '),
  submit: 'Enregistrer ce fichier',
} as const;

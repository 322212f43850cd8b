import type { AccountNote } from '../results/index.ts';
import { clockTime, dayInWords, decimalComma, listing, plural } from '../ui/index.ts';
import type { CompositionFlag } from './rules/composition.ts';
import type { Stretch } from './rules/sitting.ts';
import type { JuryDecision } from './verdict.ts';

const decisions: Readonly<Record<JuryDecision, string>> = {
  ADMITTED: 'admis',
  REFUSED: 'refusé',
  NOT_JUDGED: 'non jugé',
};

const notes: Readonly<Record<AccountNote, string>> = {
  later: 'laissée pour une autre session',
  withheld: 'unité non passée, par décision du rectorat (attestation de travail en hauteur)',
  awaited: 'note attendue',
  'option-unknown': 'unité au choix non précisée',
  reserve: 'inscription sous réserve',
  noted: 'dispense notée par le centre',
};

/** « de 9 h 00 à 12 h 30 »; « à 9 h 00 », where it lasted less than a minute. */
function stretchInWords({ from, to }: Stretch): string {
  if (to?.equals(from)) return `à ${clockTime(from)}`;
  return to === null ? `depuis ${clockTime(from)}` : `de ${clockTime(from)} à ${clockTime(to)}`;
}

/** What a record says, on the page and on paper. */
export const recordTexts = {
  decisions,
  notes,
  seal: 'Cachet du procès-verbal',
  record: 'Procès-verbal de délibération',
  addition: 'Additif au procès-verbal',
  additionName: (record: string, number: number): string => `${record}, additif ${number}`,
  subject: (exam: string, session: string, jury: string): string => `${exam}, ${session}\u00a0: ${jury}`,
  meeting: 'Réunion',
  jury: 'Jury',
  specialities: 'Spécialités',
  meetsOn: 'Jour',
  place: 'Lieu',
  quorum: 'Nombre pour délibérer',
  quorumFound: (present: number): string => `constaté, ${plural(present, 'membre présent', 'membres présents')}`,
  sitting: 'Séance',
  hours: (stretches: readonly Stretch[]): string => listing(stretches.map(stretchInWords)),
  parity: 'Composition',
  parityHalves: (teaching: number, trade: number): string =>
    `${plural(teaching, 'enseignant', 'enseignants')} et ${plural(trade, 'professionnel', 'professionnels')} présents`,
  parityKept: 'moitié enseignants, moitié professionnels',
  flags: {
    'halves-named': 'les deux moitiés nommées ne sont pas égales',
    'halves-present': 'la parité manque parmi les présents',
    'parts-of-trade': 'employeurs et salariés ne sont pas à parts égales',
  } satisfies Readonly<Record<CompositionFlag, string>>,
  composition: {
    title: 'Composition et présence',
    head: ['Qualité', 'Membre', 'Présence'],
    absent: 'absent',
    member: (title: string, name: string): string => (title === '' ? name : `${name}, ${title}`),
  },
  moments: {
    title: 'Présents à chaque décision',
    head: ['Heures', 'Présents', 'Candidats décidés'],
    there: (present: number, teaching: number, trade: number): string =>
      `${plural(present, 'membre', 'membres')}, dont ${plural(teaching, 'enseignant', 'enseignants')} et ${plural(trade, 'professionnel', 'professionnels')}`,
  },
  kept: {
    title: 'Candidats gardés tels quels, sans être vus un à un',
    head: ['Motif', 'Candidats'],
  },
  apart: {
    title: "Membres qui n'ont pas délibéré sur un candidat",
    head: ['Membre', 'Candidats'],
  },
  counts: {
    title: 'Résultats',
    candidates: 'Candidats',
    admitted: 'Admis',
    refused: 'Refusés',
    notJudged: 'Non jugés',
    raised: 'Notes relevées par le jury',
  },
  candidates: {
    head: ['Numéro', 'Candidat', 'Moyenne', 'Décision', 'Observation'],
    headTwo: ['Numéro', 'Candidat', 'Moyenne', 'Professionnelle', 'Décision', 'Observation'],
    none: '–',
  },
  points: {
    title: 'Points du jury',
    none: "Le jury n'a relevé aucune note.",
    head: ['Numéro', 'Candidat', 'Unité', 'Avant', 'Après', 'Motif'],
  },
  observation: {
    absent: (units: readonly string[]): string => `absent\u00a0: ${listing(units)}`,
    note: (note: string, units: readonly string[]): string => `${listing(units)}\u00a0: ${note}`,
    inWords: 'unités inconnues des règles, dossier à reprendre par le bureau',
    eliminating: (units: readonly string[]): string => `note éliminatoire\u00a0: ${listing(units)}`,
    allExempt: 'dispensé de toutes les unités',
  },
  later: {
    title: 'Épreuves de remplacement',
    paragraphs: (names: readonly string[]): readonly string[] => [
      `À la clôture, les notes de ces épreuves n'étaient pas verrouillées\u00a0: ${listing(names)}.`,
      "L'absence à la première épreuve est comptée comme elle est notée. La note de l'épreuve de remplacement viendra par un additif.",
    ],
  },
  closing: {
    title: 'Clôture',
    text: (asked: string, askedAt: string, by: string): readonly string[] => [
      `La clôture a été demandée par ${asked} le ${askedAt}, et confirmée par ${by}.`,
      'Le procès-verbal ne change plus que par un additif daté, avec son motif.',
    ],
    unnamed: 'un agent du service',
  },
  footer: (reference: string, jury: string): string => `${reference}, ${jury}`,
  page: 'page',
  of: 'sur',
  added: {
    title: 'Ce qui change',
    head: ['Élément', 'Avant', 'Après'],
    decision: 'Décision',
    average: 'Moyenne',
    professional: 'Moyenne professionnelle',
    candidate: 'Candidat',
    number: 'Numéro',
    reason: 'Motif',
    kind: 'Objet',
    kinds: { mark: 'correction de note', decision: 'décision du jury' },
    persons: (asked: string, by: string): string => `Demandé par ${asked}, confirmé par ${by}.`,
    dated: 'Confirmé le',
    closedOn: 'Procès-verbal clos le',
    mark: 'Note',
    fallen: (units: readonly string[]): string =>
      `Les points du jury donnés à ${listing(units)} ne s'appliquent plus\u00a0: la note a changé.`,
  },
  average: (hundredths: string): string => decimalComma(Number(hundredths), 2),
  day: (on: Temporal.PlainDate): string => dayInWords(on),
  outcome: {
    absent: 'absent',
    excused: 'absence justifiée, 0',
    exempt: 'dispensé',
    'not-entered': 'sans note',
  },
};

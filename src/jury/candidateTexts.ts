import { lengthsInWords } from '../law/index.ts';
import type { LineNote } from '../results/index.ts';
import { clockTime, listing, markInWords, plural } from '../ui/index.ts';
import { recordTexts } from './recordTexts.ts';
import type { JuryStanding } from './rules/juryStanding.ts';

const standings: Readonly<Record<JuryStanding, string>> = {
  near: "à moins d'un point",
  below: 'refusés',
  barred: 'écartés',
  'not-judged': 'non jugés',
  admitted: 'admis',
};

const counted: Readonly<Record<LineNote, string>> = {
  mark: 'note de la session',
  kept: 'note gardée',
  carried: 'note reportée',
  exempt: 'dispensé, hors de la moyenne',
  absent: 'absent\u00a0: le diplôme ne peut pas être délivré',
  excused: 'absence justifiée\u00a0: 0',
  'not-entered': 'sans note',
  'optional-above-ten': 'facultative\u00a0: les points au-dessus de 10',
  'optional-without-effect': 'facultative\u00a0: sans effet sous 10',
  eliminating: 'note éliminatoire',
  'coefficient-unknown': 'coefficient inconnu',
};

const signed = (halfPoints: number): string => `${halfPoints < 0 ? '−' : '+'}${markInWords(Math.abs(halfPoints))}`;

/** The candidates of a jury, and one of them. */
export const candidateTexts = {
  title: 'Délibération',
  back: 'Le jury',
  all: 'Tous',
  standings,
  count: (count: number): string => plural(count, 'candidat', 'candidats'),
  order: "Les plus proches de la moyenne demandée d'abord, puis les autres refusés, les non jugés, et les admis.",
  names: 'Afficher les noms',
  hideNames: 'Masquer les noms',
  columns: {
    number: 'Candidat',
    name: 'Nom',
    speciality: 'Spécialité',
    average: 'Moyenne',
    professional: 'Professionnelle',
    least: 'Il suffit de',
    points: 'Points',
    decision: 'Décision',
    examined: 'Vu',
    notes: 'Observation',
  },
  /** « U10 à 7,5 (+1) » */
  leastOf: (unit: string, mark: number, more: number): string => `${unit} à ${markInWords(mark)} (${signed(more)})`,
  isExamined: 'vu',
  outOfNumber: (at: Temporal.Instant): string =>
    `décidé à ${clockTime(at)}, quand le jury n'était pas en nombre\u00a0: à marquer vu de nouveau`,
  kept: (reason: string): string => `gardé tel quel\u00a0: ${reason}`,
  apart: (names: readonly string[]): string =>
    `${listing(names)}\u00a0: lien déclaré avec ce candidat, hors de la salle pour lui`,
  toExamine: 'à voir',
  contrary: (units: readonly string[]): string => `pointage du centre contraire à la note\u00a0: ${listing(units)}`,
  none: 'Personne dans cette liste',
  noneText: 'Enlevez un filtre pour voir les autres candidats de ce jury.',
  noAverage: 'Pas de moyenne.',
  doubts: {
    'under-reserve': 'sous réserve',
    'not-decided': 'inscription pas encore validée',
    'units-unknown': 'unités en toutes lettres, à compléter par le bureau',
    'option-unknown': 'unité au choix non précisée',
    'certificate-owed': 'attestation de sécurité due',
    'certificate-units-unknown': 'attestation de sécurité due, unités concernées inconnues',
    'certificate-to-check': 'attestation de sécurité à contrôler',
  },
  decisions: recordTexts.decisions,
  place: (rank: number, all: number): string => `${rank} sur ${all}`,
  left: (count: number): string => (count === 0 ? 'tous vus' : `encore ${count} à voir`),
  examine: 'Rien à changer, suivant',
  leave: 'Marquer comme vu',
  seen: 'Vu par le jury',
  previous: 'Précédent',
  next: 'Suivant',
  units: {
    title: 'Moyenne, ligne par ligne',
    columns: {
      unit: 'Unité',
      coefficient: 'Coef.',
      mark: 'Note',
      points: 'Points',
      least: 'Suffit seule',
      how: 'Observation',
    },
    optional: '–',
    obtained: (day: string): string => `obtenue le ${day}`,
    ground: (ground: string): string => `dispense\u00a0: ${ground}`,
    counted,
    missing: (points: string, halfPoints: number): string =>
      `Il manque ${points}\u00a0${halfPoints >= 4 ? 'points' : 'point'}.`,
    told: {
      present: 'présent selon le centre',
      absent: 'absent selon le centre',
      late: (minutes: number | null): string =>
        minutes === null ? 'en retard selon le centre' : `en retard de ${minutes}\u00a0min selon le centre`,
    },
    raised: (before: number, after: number): string =>
      `${markInWords(before)} relevée à ${markInWords(after)} par le jury`,
    least: (mark: number, more: number): string => `${markInWords(mark)} (${signed(more)})`,
    leastAbout: (unit: string): string => `voir l'effet à ${unit}`,
    /** Total of points over the sum of the coefficients. */
    sum: (points: string, coefficients: string, average: string): string =>
      `${points}\u00a0points pour ${coefficients} de coefficients\u00a0: ${average}`,
    professional: (average: string): string => `Moyenne des unités professionnelles\u00a0: ${average}`,
    none: "Les unités de ce candidat sont dites en toutes lettres, ou ses réponses ne se lisent plus par les règles d'aujourd'hui. Le bureau complète le dossier\u00a0; en attendant, il n'est pas jugé.",
  },
  booklet:
    "Aucun livret de formation n'est demandé à l'inscription. S'il en est présenté un, le jury le regarde avant de refuser.",
  points: {
    title: 'Points du jury',
    lead: "Choisissez une note qui suffit dans le tableau, ou une unité et une note ici\u00a0: l'effet est dit avant d'être retenu.",
    unit: 'Unité',
    unitMissing: "Choisissez l'unité.",
    mark: 'Nouvelle note',
    markMissing: 'Écrivez la nouvelle note.',
    reason: 'Motif',
    reasonMissing: 'Écrivez le motif\u00a0: il figure au procès-verbal.',
    see: "Voir l'effet",
    keep: 'Retenir',
    none: 'Aucune note de cette session ne peut être relevée.',
    effect: 'Effet',
    /** « Avec 7,5 à U10 au lieu de 6,5 (+1), la moyenne passe de 9,68 à 10,11. » */
    effectOf: (
      { code, from, to }: { readonly code: string; readonly from: number; readonly to: number },
      before: string,
      after: string,
    ): string =>
      `Avec ${markInWords(to)} à ${code} au lieu de ${markInWords(from)} (${signed(to - from)}), la moyenne passe de ${before} à ${after}.`,
    effectProfessional: (before: string, after: string): string =>
      `La moyenne professionnelle passe de ${before} à ${after}.`,
    effectDecision: (before: string, after: string): string =>
      before === after
        ? `La décision reste «\u00a0${before}\u00a0».`
        : `La décision passe de «\u00a0${before}\u00a0» à «\u00a0${after}\u00a0».`,
    given: 'Points donnés',
    columns: { unit: 'Unité', change: 'Note', reason: 'Motif', at: 'Quand', by: 'Par' },
    takenBack: 'retirés',
    stale: 'la note a changé depuis',
    takeBack: 'Retirer ces points',
    option: (code: string, title: string, mark: string): string => `${code} ${title} (${mark})`,
  },
  keys: [
    ['J', 'Candidat suivant'],
    ['K', 'Candidat précédent'],
    ['V', 'Rien à changer, suivant'],
    ['1 à 9', "Voir l'effet de la note qui suffit, dans l'ordre du tableau"],
    ['P', 'Choisir une unité'],
    ['E', "Voir l'effet"],
    ['M', 'Écrire le motif'],
    ['R', 'Retenir'],
  ] as const,
  keysNote: "Elles n'agissent pas pendant que vous écrivez. Échap quitte le champ.",
  addition: {
    title: 'Proposer un additif',
    lead: 'Le procès-verbal est clos. Un additif daté, proposé par une personne et confirmé par une autre, dit ce qui change et pourquoi.',
    kind: 'Objet',
    kindMissing: "Choisissez ce que l'additif change.",
    kinds: {
      mark: "Reprendre les notes telles qu'elles sont aujourd'hui",
      decision: 'Changer la décision, sur les mêmes notes',
    },
    decision: 'Nouvelle décision',
    decisionHint: `Pour un changement de décision seulement. Une admission crée des droits\u00a0: elle ne se retire que si elle est illégale, et dans les ${lengthsInWords.withdrawal} (code des relations entre le public et l'administration, L242-1).`,
    decisionMissing: 'Choisissez la nouvelle décision.',
    decisionUseless: 'Ne choisissez pas de décision\u00a0: elle vient des notes.',
    reason: 'Motif',
    reasonHint: 'Le candidat le lira, avec ce qui change, quand la correction sera publiée.',
    reasonMissing: "Écrivez le motif\u00a0: il figure à l'additif.",
    submit: "Proposer l'additif",
    drift: 'Notes changées depuis la clôture',
    driftColumns: { unit: 'Unité', said: 'Au procès-verbal', now: "Aujourd'hui" },
    pending: 'Additif à confirmer',
    confirm: "Confirmer l'additif",
    drop: 'Retirer la proposition',
    fallen: recordTexts.added.fallen,
    said: (record: string): string => `Au ${record}`,
    later: (record: string, number: number): string => `${record}, additif ${number}`,
  },
};

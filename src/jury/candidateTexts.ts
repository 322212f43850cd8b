import type { LineNote } from '../results/index.ts';
import { markInWords, plural } from '../ui/index.ts';
import { recordTexts } from './recordTexts.ts';
import type { Standing } from './rules/standing.ts';

const standings: Readonly<Record<Standing, string>> = {
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

const signed = (halfPoints: number): string => `+${markInWords(halfPoints)}`;

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
    points: 'Points',
    decision: 'Décision',
    notes: 'Observation',
  },
  none: 'Personne dans cette liste',
  noAverage: 'Pas de moyenne.',
  doubts: {
    'under-reserve': 'sous réserve',
    'not-decided': 'inscription pas encore validée',
    'units-unknown': 'unités en toutes lettres, à compléter par le bureau',
    'option-unknown': 'unité au choix non précisée',
    'certificate-units-unknown': 'attestation de sécurité due, unités concernées inconnues',
    'certificate-to-check': 'attestation de sécurité à contrôler',
  },
  decisions: recordTexts.decisions,
  place: (rank: number, all: number): string => `${rank} sur ${all}`,
  previous: 'Précédent',
  next: 'Suivant',
  units: {
    title: 'Moyenne, ligne par ligne',
    columns: { unit: 'Unité', coefficient: 'Coef.', mark: 'Note', points: 'Points', how: 'Comment' },
    optional: '–',
    obtained: (day: string): string => `obtenue le ${day}`,
    ground: (ground: string): string => `dispense\u00a0: ${ground}`,
    counted,
    raised: (before: number, after: number): string =>
      `${markInWords(before)} relevée à ${markInWords(after)} par le jury`,
    least: (mark: number, more: number): string => `${markInWords(mark)} suffit (${signed(more)})`,
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
    lead: "Le jury relève une note de cette session, avec un motif. L'effet est montré avant d'être retenu.",
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
    /** « +0,5 à U20 : 9,75 → 10,05, admis » */
    effectOf: (more: number, unit: string, before: string, after: string, decision: string): string =>
      `${signed(more)} à ${unit}\u00a0: ${before} → ${after}, ${decision}`,
    effectProfessional: (before: string, after: string): string =>
      `Moyenne professionnelle\u00a0: ${before} → ${after}`,
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
    ['E', "Voir l'effet"],
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
    decisionHint:
      "Pour un changement de décision seulement. Une admission crée des droits\u00a0: elle ne se retire que si elle est illégale, et dans les quatre mois (code des relations entre le public et l'administration, L242-1).",
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

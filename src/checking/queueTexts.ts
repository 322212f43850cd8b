import { plural } from '../platform/french/french.ts';
import { piecesCounted, upTo } from '../scope/index.ts';
import type { QueueState } from './checking.ts';

export const queueTexts = {
  title: 'Corbeille',
  order:
    "Une ligne par candidat, à la place de sa pièce la plus urgente. Les pièces remises par le candidat viennent d'abord, puis les autres\u00a0; dans chaque groupe, la plus urgente en tête\u00a0: échéance proche, pièce qui bloque la validation (compte double), attente longue. Celles dont un fichier est en cours de lecture sont à la fin\u00a0: rien ne s'y décide avant.",
  orderConfidential:
    "Les documents de santé remis par le candidat viennent d'abord, puis les autres\u00a0; dans chaque groupe, le plus urgent en tête\u00a0: échéance proche, attente longue. Ceux qui sont en cours de lecture sont à la fin\u00a0: rien ne s'y décide avant.",
  count: piecesCounted,
  /** By the menu: handed over, or come by post. */
  counted: (toCheck: number): string =>
    `Le menu compte les pièces à contrôler, ${upTo(toCheck)}\u00a0; les autres ne sont pas encore remises, ou pas encore arrivées.`,
  start: 'Commencer',
  filters: 'Filtrer la corbeille',
  state: 'État',
  states: {
    all: 'État\u00a0: tous',
    'handed-over': 'Remises par le candidat',
    corrected: 'Corrigées depuis un refus',
    'not-handed-over': 'Déposées, non remises',
    received: 'Marquées «\u00a0Reçue\u00a0»',
    'being-read': 'En cours de lecture',
    'by-post': 'Attendues par la poste',
  } satisfies Record<QueueState, string>,
  group: 'Groupe',
  everyGroup: 'Groupe\u00a0: tous',
  oneGroup: (code: string): string => `Groupe ${code}`,
  age: 'Attente',
  everyAge: 'Attente\u00a0: toutes',
  over: (days: number): string => `Plus de ${days} jours`,
  everySpeciality: 'Spécialité\u00a0: toutes',
  columns: {
    name: 'Candidat',
    number: 'Numéro',
    speciality: 'Spécialité',
    pieces: 'Pièces (en pointillé\u00a0: non remises)',
    waiting: 'Attente',
    due: 'Échéance',
  },
  waiting: (days: number): string => (days < 1 ? "aujourd'hui" : plural(days, 'jour', 'jours')),
  notYet: 'pas encore arrivée',
  marks: {
    notHandedOver: 'non remise',
    underReserve: 'sous réserve',
    doubted: 'confirmation à vérifier',
    corrected: 'corrigée',
    received: 'reçue',
    notBlocking: 'ne bloque pas',
    beingRead: 'en cours de lecture',
  },
  past: 'passée',
  empty: 'La corbeille est vide',
  emptyText: "Aucune pièce de vos groupes n'attend. Les prochaines arriveront ici.",
  emptyConfidential: "Aucun document de santé n'attend. Les prochains arriveront ici.",
  emptyFiltered: 'Aucune pièce ne correspond à ces filtres',
  emptyFilteredText: 'Enlevez un filtre pour en voir davantage.',
} as const;

import { clockTime, dayInWords, NBSP, plural, shortDay, wholeNumber } from '../ui/index.ts';
import type { HalfDay } from './rules/daySheets.ts';

/** Listes à imprimer pour un centre. */
export const listTexts = {
  title: 'Listes à imprimer',
  back: 'Convocations',
  count: (days: number, centres: number): string =>
    days === 0 ? 'aucune pour le moment' : `${plural(days, 'jour', 'jours')}, ${plural(centres, 'centre', 'centres')}`,
  help: "Par centre et par jour, d'après les convocations publiées. Une inscription terminée n'y est pas.",
  noneText: "Les listes d'émargement paraissent ici, par jour et par salle, dès qu'une répartition est publiée.",
  none: "Aucune répartition n'est publiée\u00a0: il n'y a pas encore de liste.",
  past: (days: number): string => plural(days, 'jour passé', 'jours passés'),
  columns: ['Centre', 'Places', 'Salles', 'À imprimer'],
  ofDay: (day: Temporal.PlainDate, centres: number): string =>
    `${dayInWords(day)}, ${plural(centres, 'centre', 'centres')}`,
  day: (day: Temporal.PlainDate): string => dayInWords(day),
  centre: (code: string, name: string): string => `${code}, ${name}`,
  kinds: { emargement: 'Émargement', portes: 'Listes des portes', tables: 'Étiquettes des tables' },
  about: (day: Temporal.PlainDate, code: string): string => `${dayInWords(day)}, ${code}`,
  half: { morning: 'matin', afternoon: 'après-midi' } satisfies Readonly<Record<HalfDay, string>>,
  tooMany: (most: number): string =>
    `Ce centre a plus de ${wholeNumber(most)} places ce jour-là\u00a0: la liste n'est pas faite. Répartissez les candidats dans plusieurs centres.`,
  unknown:
    "Ce centre n'a aucune épreuve ce jour-là dans les convocations publiées\u00a0: choisissez une ligne de la liste.",
  file: (kind: string, code: string, day: Temporal.PlainDate, ending: 'pdf' | 'zip', part?: number): string =>
    `${kind}-${code}-${day}${part === undefined ? '' : `-${part}`}.${ending}`,
  sheet: {
    room: (room: string, half: HalfDay): string => `${room}, ${listTexts.half[half]}`,
    entrance: (half: HalfDay): string => `Accueil, ${listTexts.half[half]}`,
    when: (day: Temporal.PlainDate, centre: string): string => `${centre}, ${dayInWords(day)}`,
    expected: (count: number): string => plural(count, 'candidat attendu', 'candidats attendus'),
    tests: (tests: readonly string[]): string => `Épreuves${NBSP}: ${tests.join(`${NBSP}; `)}`,
    turn: (unit: string, startsAt: Temporal.Instant): string => `${unit}, passage ${clockTime(startsAt)}`,
    board: 'oraux, par ordre de passage',
    table: 'Table',
    name: 'Nom, prénoms',
    born: 'Naissance',
    number: 'Inscription',
    unit: 'Épreuve',
    begins: 'Début',
    ends: 'Fin',
    signature: 'Signature',
    roomColumn: 'Salle',
    noTable: '–',
    invigilators: 'Surveillants (noms et signatures)\u00a0:',
    footer: (title: string, centre: string, day: Temporal.PlainDate): string => `${title}, ${centre}, ${shortDay(day)}`,
    page: 'page',
    of: 'sur',
    place: (room: string, table: string): string => `${room}, table ${table}`,
  },
} as const;

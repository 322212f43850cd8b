import type { HeldTime } from '../places/index.ts';
import { clockTime, dayInWords, NBSP, plural, wholeNumber } from '../ui/index.ts';

/** « 2 h 30 », « 45 min ». */
export function durationInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}${NBSP}min`;
  return rest === 0 ? `${hours}${NBSP}h` : `${hours}${NBSP}h${NBSP}${String(rest).padStart(2, '0')}`;
}

/** « dont 30 min hors épreuve », a pause or a transfer within the hours of a test; nothing, where it has none. */
export function besideTest({ uncounted }: Pick<HeldTime, 'uncounted'>): readonly string[] {
  return uncounted === 0 ? [] : [`dont ${durationInWords(uncounted)} hors épreuve`];
}

/** Le calendrier des épreuves. */
export const calendarTexts = {
  title: 'Calendrier des épreuves',
  count: (count: number, days: number): string =>
    `${plural(count, 'épreuve', 'épreuves')}, ${plural(days, 'jour', 'jours')}`,
  help: "Une épreuve sans salle est placée par la répartition. Une salle gardée, ou l'équipement demandé, est dit dans la colonne «\u00a0Salle\u00a0».",
  ofDay: (day: Temporal.PlainDate, count: number, toSettle: number): string =>
    `${dayInWords(day)}, ${plural(count, 'épreuve', 'épreuves')}${toSettle === 0 ? '' : `, dont ${wholeNumber(toSettle)} à régler`}`,
  past: (days: number): string => plural(days, 'jour passé', 'jours passés'),
  toSettle: {
    room: "salle qui n'accueille plus d'épreuves\u00a0: changez-la",
    unit: "unité qui n'est plus au règlement",
    taken: (other: string, hours: string): string => `la répartition publiée y a ${other}, de ${hours}`,
  },
  columns: ['Épreuve', 'Heures et durée', 'Salle', 'À apporter'],
  hours: ({ startsAt, minutes, held, until, preparation, uncounted }: HeldTime): string =>
    held === 'oral' && until !== null
      ? calendarTexts.turns(startsAt, until, minutes, preparation)
      : `${clockTime(startsAt)} à ${clockTime(startsAt.add({ minutes }))} (${[durationInWords(minutes), ...besideTest({ uncounted })].join(', ')})`,
  late: (endsAt: Temporal.Instant): string => `Avec un tiers de temps en plus, elle finit à ${clockTime(endsAt)}.`,
  early: "Elle commence avant 7\u00a0h\u00a0: vérifiez l'heure.",
  lateText: "C'est tard\u00a0: voyez si elle peut commencer plus tôt.",
  empty: 'Aucune épreuve au calendrier.',
  emptyText: 'Importez un tableau, ou ajoutez-les une par une.',
  emptyForOthers: 'Une personne qui dirige le bureau les ajoute avant la répartition.',
  add: 'Ajouter une épreuve',
  newTitle: 'Nouvelle épreuve',
  editTitle: 'Épreuve',
  back: 'Tout le calendrier',
  unit: 'Spécialité et unité',
  unitMissing: 'Choisissez une unité.',
  noUnits: "Aucune spécialité de cette session n'a d'unité connue\u00a0: écrivez d'abord les règlements.",
  day: 'Date',
  dayMissing: 'Indiquez la date.',
  hour: 'Heure de début',
  hourHint: 'Heure de Paris.',
  hourMissing: "Indiquez l'heure de début.",
  hourExample: '9 h 30',
  duration: 'Durée',
  durationMissing: 'Indiquez la durée.',
  durationExample: '2 h 30',
  held: 'Forme',
  heldHint: 'Vide\u00a0: comme dit le règlement, sinon un écrit.',
  heldWords: {
    written: 'écrit, tous ensemble',
    oral: 'oral, chacun à son tour',
    practical: 'pratique, à des postes',
  },
  until: "Pour un oral, jusqu'à quelle heure",
  untilHint: "La commission appelle un candidat après l'autre, à partir du début.",
  preparation: 'Préparation, en minutes',
  preparationHint:
    "D'un oral\u00a0: chaque candidat, avant son passage. D'une pratique\u00a0: l'atelier, avant le début.",
  rest: 'Battement, en minutes',
  restHint: "D'un oral\u00a0: après chaque passage. D'une pratique\u00a0: la remise en état de l'atelier.",
  turns: (from: Temporal.Instant, until: Temporal.Instant, minutes: number, preparation: number): string =>
    `passages de ${durationInWords(minutes)}${preparation === 0 ? '' : `, après ${durationInWords(preparation)} de préparation`}, de ${clockTime(from)} à ${clockTime(until)}`,
  material: 'Ce que le candidat apporte',
  kind: 'Équipement nécessaire',
  kindHint: 'Un équipement des salles. Vide\u00a0: toute salle convient.',
  room: 'Salle gardée pour elle',
  roomHint: 'Vide\u00a0: la répartition en trouve une.',
  anySpeciality: 'Toutes les spécialités',
  speciality: 'Spécialité',
  show: 'Afficher',
  clashes: 'Des candidats de deux sessions passeraient deux épreuves à la fois',
  clash: (persons: number, tests: readonly string[]): string =>
    `${plural(persons, 'candidat', 'candidats')}\u00a0: ${tests.join(' et ')}. Déplacez l'une des deux.`,
  byPlan: {
    title: 'La répartition publiée y a une autre épreuve à la même heure',
    test: (test: string, room: string, others: readonly string[]): string =>
      `${test}, ${room}\u00a0: ${others.join('\u00a0; ')}. Changez l'heure ou la salle, ou corrigez ensuite la répartition.`,
    other: (other: string, hours: string): string => `${other}, de ${hours}`,
  },
  saveAnyway: 'Enregistrer quand même',
  asksFor: (kind: string): string => `demande\u00a0: ${kind}`,
  unknownUnit: (unit: string): string => `${unit} (n'est plus dans le règlement)`,
  remove: 'Enlever cette épreuve',
  removeText: "Les candidats n'y seront plus convoqués.",
  preview: {
    title: 'Ce que ce tableau change',
    lead: "Rien n'est encore enregistré. Relisez, puis confirmez.",
    /** Ce qui n'est pas n'est pas dit. */
    counts: (added: number, changed: number, removed: number): string =>
      [
        changed === 0 ? '' : plural(changed, 'épreuve change', 'épreuves changent'),
        removed === 0 ? '' : plural(removed, 'épreuve est enlevée', 'épreuves sont enlevées'),
        added === 0 ? '' : plural(added, "épreuve s'ajoute", "épreuves s'ajoutent"),
      ]
        .filter((said) => said !== '')
        .join(', '),
    persons: (count: number): string =>
      count === 0
        ? "Personne n'est convoqué à ces épreuves aujourd'hui."
        : `${plural(count, 'candidat convoqué est concerné', 'candidats convoqués sont concernés')}\u00a0: une nouvelle répartition le dira à chacun.`,
    who: 'Qui',
    changed: 'Ce qui change',
    removed: 'Ce qui est enlevé',
    columns: ['Épreuve', "Aujourd'hui", 'Avec ce tableau'],
    confirm: 'Enregistrer ces changements',
    back: 'Ne rien changer',
    more: (count: number): string => `Et ${wholeNumber(count)} de plus.`,
  },
};

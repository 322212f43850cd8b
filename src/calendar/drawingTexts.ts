import { HELD_WORDS, type Held } from '../places/index.ts';
import { dayInWords, monthName, plural, wholeNumber } from '../ui/index.ts';

/** Le calendrier, dessiné jour par jour. */
export const drawingTexts = {
  views: 'Vues du calendrier',
  list: 'Liste',
  drawing: 'Dessin',
  help: "Une ligne par salle, les heures de gauche à droite. Pour déplacer une épreuve, choisissez-la, ou tirez-la à la souris. Au clavier\u00a0: les flèches la déplacent d'un quart d'heure ou d'une salle, de cinq minutes avec Majuscule\u00a0; Entrée montre ce que cela change, Échap la laisse. Rien n'est enregistré avant que vous confirmiez.",
  days: 'Jours',
  /** « lun. », « juin 2024 » */
  weekday: (day: Temporal.PlainDate): string => `${dayInWords(day).slice(0, 3)}.`,
  month: (day: Temporal.PlainDate): string => `${monthName(day.month)} ${day.year}`,
  day: (count: number): string => plural(count, 'épreuve', 'épreuves'),
  toSettle: (count: number): string => `${wholeNumber(count)} à régler`,
  whose: 'Sessions',
  mine: 'Celle-ci',
  all: "Toutes celles de l'académie",
  centre: 'Centre',
  anyCentre: 'Tous les centres',
  settle: 'À régler ce jour',
  rooms: 'Salle',
  roomless: 'Sans salle gardée',
  roomlessNote: 'la répartition en trouve',
  closed: 'hors service',
  lent: (academy: string): string => `prêtée à ${academy}`,
  wholeDay: 'toute la journée',
  seats: (count: number, stations: number | null): string =>
    [plural(count, 'place', 'places'), ...(stations === null ? [] : [plural(stations, 'poste', 'postes')])].join(', '),
  free: (count: number): string =>
    `${plural(count, 'salle sans épreuve ce jour-là', 'salles sans épreuve ce jour-là')}, non ${count === 1 ? 'dessinée' : 'dessinées'}.`,
  drawFree: (count: number): string => (count === 1 ? 'La dessiner aussi' : 'Les dessiner aussi'),
  chooseCentre: (count: number): string => `Choisissez un centre pour ${count === 1 ? 'la voir' : 'les voir'}.`,
  hour: (minute: number): string => `${Math.floor(minute / 60)}\u00a0h`,
  held: (held: Held): string => HELD_WORDS[held],
  placed: (count: number): string => plural(count, 'candidat', 'candidats'),
  toPlace: (count: number): string =>
    count === 0 ? 'aucun candidat' : `${plural(count, 'candidat', 'candidats')} à placer`,
  byPlan: 'selon la répartition',
  fault: 'à régler',
  clash: (other: string): string => `des candidats passent aussi ${other} à ce moment`,
  /** Dit par le navigateur pendant qu'on déplace\u00a0: {what}, {hour} et {room} sont remplacés. */
  moving: '{what}\u00a0: {hour}, {room}. Entrée pour voir ce que cela change, Échap pour laisser.',
  left: '{what}\u00a0: laissée à sa place.',
  move: {
    title: (what: string): string => `Déplacer ${what}`,
    now: (when: string): string => `Aujourd'hui\u00a0: ${when}.`,
    noRoom: 'sans salle gardée',
    noRoomName: 'Aucune salle',
    show: 'Voir ce que cela change',
    all: 'Toute la fiche de cette épreuve',
    back: 'Le calendrier de ce jour',
    preview: 'Ce que ce déplacement change',
    columns: ['Épreuve', "Aujourd'hui", 'Ensuite'],
    confirm: 'Déplacer cette épreuve',
    leave: 'Ne rien changer',
    done: (what: string, when: string): string => `${what} est déplacée\u00a0: ${when}.`,
    undo: 'Annuler ce déplacement',
  },
};

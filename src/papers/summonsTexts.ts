import { A_THIRD } from '../law/index.ts';
import { onLine } from '../platform/mail/words.ts';
import { clockTime, dayInWords, NBSP, shortDay } from '../ui/index.ts';

/** « tiers », « moitié »: as people say the usual ones. */
function moreTime(percent: number): string {
  if (percent === A_THIRD) return `temps majoré d'un tiers compris`;
  if (percent === 50) return 'temps majoré de moitié compris';
  return `temps majoré de ${percent}${NBSP}% compris`;
}

/** « 4 h », « 2 h 40 », « 20 min ». */
function lasting(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}${NBSP}min`;
  return rest === 0 ? `${hours}${NBSP}h` : `${hours}${NBSP}h${NBSP}${String(rest).padStart(2, '0')}`;
}

/** « Vous êtes appelé à 9 h 40 pour préparer ; passage à 10 h 00 » */
export function turnInWords(callsAt: Temporal.Instant, startsAt: Temporal.Instant): string {
  return callsAt.equals(startsAt)
    ? `Oral\u00a0: la commission vous appelle à ${clockTime(startsAt)}`
    : `Oral\u00a0: on vous appelle à ${clockTime(callsAt)} pour préparer, passage à ${clockTime(startsAt)}`;
}

/** « Salle 12, table 7 »; a room that calls itself one isn't called so twice. */
export function placeInWords(room: string, table: number | null): string {
  const named = /^salles?\b/i.test(room) ? room : `Salle ${room}`;
  return table === null ? named : `${named}, table ${table}`;
}

/** Convocation. */
export const summonsTexts = {
  intro: 'Présentez-vous aux épreuves qui suivent. Les heures sont celles de Paris.',
  alone:
    "Vous n'avez qu'une convocation\u00a0: elle vaut pour toutes les épreuves de cette session. Celles que vous ne passez pas sont nommées plus bas.",
  replaces: (day: Temporal.PlainDate): string => `Elle remplace celle du ${shortDay(day)}, qui ne vaut plus.`,
  replacementTitle: 'Épreuves de remplacement',
  replacement:
    "Celles qui le disent remplacent les épreuves auxquelles votre absence a été reconnue justifiée. Leur note prendra la place de l'absence.",
  changesTitle: 'Ce qui change',
  whereTitle: 'Où',
  centre: 'Centre',
  day: (day: Temporal.PlainDate): string => {
    const words = dayInWords(day);
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  },
  hours: (from: Temporal.Instant, to: Temporal.Instant): string => `${clockTime(from)} à ${clockTime(to)}`,
  duration: (minutes: number, percent: number): string =>
    `Durée\u00a0: ${lasting(minutes)}${percent === 0 ? '' : ` (${moreTime(percent)})`}`,
  ownRoom: 'Salle particulière',
  material: (material: string): string => `À apporter\u00a0: ${material}`,
  arrangedTitle: 'Ce que le centre prépare pour vous',
  checkinTitle: "À l'entrée du centre",
  checkin: (code: string): string => `Code d'accueil\u00a0: ${code}`,
  checkinText: "Montrez ce code carré, ou dites ce code\u00a0: il sert à noter votre arrivée, et à rien d'autre.",
  checkinAlt: (code: string): string => `Code carré du code d'accueil ${code}`,
  bringTitle: 'À apporter à chaque épreuve',
  doorTitle: 'Si vous êtes en retard',
  absenceTitle: 'Si vous ne pouvez pas venir',
  absence: `Dites-le sans attendre à votre gestionnaire\u00a0: ${onLine('sur la page de votre convocation, par mail ou ')}par téléphone. Gardez ce qui prouve l'empêchement.`,
  unsure: 'À confirmer auprès de votre gestionnaire.',
  notSatTitle: 'Ce que vous ne passez pas',
  toComeTitle: 'Ce qui reste à fixer',
  toCome: "Le jour, l'heure ou la salle ne sont pas encore fixés\u00a0: une nouvelle convocation vous les dira.",
  overTitle: 'Épreuves passées',
  over: (day: Temporal.PlainDate, hours: string): string => `${shortDay(day)}, ${hours}`,
  wrongTitle: 'Une erreur\u00a0?',
  wrong:
    'Une épreuve qui manque ou qui est en trop, un nom à corriger\u00a0: écrivez ou téléphonez à votre gestionnaire. Une correction reste possible, et la nouvelle convocation remplace celle-ci.',
  void: {
    title: 'Convocation annulée',
    text: (day: Temporal.PlainDate): string =>
      `Votre convocation du ${shortDay(day)} est annulée\u00a0: ne vous présentez à aucune des épreuves qu'elle nommait.`,
    whyTitle: 'Pourquoi',
    ended: "Votre inscription a pris fin\u00a0: elle ne donne plus de place à l'examen.",
    noSeat:
      "Aucune épreuve ne vous est plus attribuée à cette session. Si ce n'est pas ce que vous attendiez, écrivez ou téléphonez tout de suite à votre gestionnaire.",
  },
} as const;

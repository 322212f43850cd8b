import { inParis, parisDay } from '../platform/time.ts';
import { clockTime, dayInWords, listing, NBSP, plural } from '../ui/index.ts';
import type { ConvenedTo, Link, MemberState, Side } from './examiners.ts';
import type { BoardTally } from './rules/standing.ts';
import type { Lack, Quota, Unsuited } from './rules/suits.ts';

type Hours = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant };

/** A jury of which nobody said the hour. */
export function isMidnight(instant: Temporal.Instant): boolean {
  return inParis(instant).hour + inParis(instant).minute === 0;
}

/** Boards and halls, in words. */
export const boardTexts = {
  /** « de 8 h 00 à 12 h 00 » */
  hours: ({ startsAt, endsAt }: Hours): string => `de ${clockTime(startsAt)} à ${clockTime(endsAt)}`,
  /** « lundi 3 juin 2024, de 8 h 00 à 12 h 00, Lycée des Puys » */
  where: (one: Hours & { readonly held: ConvenedTo; readonly centre: string }): string =>
    [boardTexts.when(one), one.held === 'jury' ? 'jury' : '', one.centre].filter((part) => part !== '').join(', '),
  /** Of a jury the day, and its hour where it has one: nobody knows when it ends. */
  when: ({ held, ...hours }: Hours & { readonly held: ConvenedTo }): string => {
    const day = dayInWords(parisDay(hours.startsAt));
    if (held !== 'jury') return `${day}, ${boardTexts.hours(hours)}`;
    return isMidnight(hours.startsAt) ? day : `${day}, à ${clockTime(hours.startsAt)}`;
  },
  elsewhere: (one: Hours & { readonly held: ConvenedTo; readonly centre: string }): string =>
    `attendu ailleurs\u00a0: ${boardTexts.where(one)}`,
  held: {
    written: 'Surveillance',
    oral: 'Commission, oral',
    practical: 'Commission, pratique',
    jury: 'Jury, délibération',
  } satisfies Readonly<Record<ConvenedTo, string>>,
  answer: 'Réponse',
  candidates: (count: number): string => plural(count, 'candidat', 'candidats'),
  states: {
    proposed: 'pas encore convoqué',
    convened: 'convoqué, sans réponse',
    accepted: 'vient',
    declined: 'ne peut pas venir',
    released: 'retiré',
  } satisfies Readonly<Record<MemberState, string>>,
  /** Whatever they had answered. */
  absent: "n'est pas venu",
  sides: {
    teaching: 'enseignant',
    employer: 'employeur',
    employee: 'salarié',
    other: 'autre qualité',
  } satisfies Readonly<Record<Side, string>>,
  links: {
    teaches: 'son élève ou son apprenti',
    employs: 'son salarié, ou travaille avec lui',
    family: 'sa famille ou un proche',
    other: 'autre lien',
  } satisfies Readonly<Record<Link, string>>,
  /** What speaks against somebody on a board. */
  doubts: {
    retired: "n'est plus sollicité",
    linked: 'lien déclaré avec un candidat',
    beside: "siège dans l'autre jury de ces candidats",
    'at-once': 'attendu ailleurs à ces heures',
    task: 'pas prévu pour cette mission',
    speciality: 'pas de cette spécialité',
    away: 'absent ce jour-là',
    far: 'plus loin que ce qui est accepté',
  } satisfies Readonly<Record<Unsuited, string>>,
  saidNo: 'a répondu ne pas pouvoir venir',
  doubtsOf: (doubts: readonly Unsuited[], linkedTo: readonly string[] = []): string =>
    doubts
      .map((one) => (one === 'linked' ? boardTexts.named(boardTexts.doubts.linked, linkedTo) : boardTexts.doubts[one]))
      .join(', '),
  /** With whom a link is, after the words that say it. */
  named: (words: string, people: readonly string[]): string =>
    people.length === 0 ? words : `${words.replace(/\.$/, '')} (${listing(people)})`,
  quota: ({ members, teachers, professionals }: Quota): string =>
    [
      plural(members, 'personne attendue', 'personnes attendues'),
      ...(teachers > 0 ? [`dont ${plural(teachers, 'enseignant', 'enseignants')}`] : []),
      ...(professionals > 0 ? [`${plural(professionals, 'professionnel', 'professionnels')}`] : []),
    ].join(', '),
  /** « il manque 1 personne, 1 professionnel »; '' where nothing is. */
  lack: ({ members, teachers, professionals }: Lack): string => {
    const missing = [
      ...(teachers > 0 ? [plural(teachers, 'enseignant', 'enseignants')] : []),
      ...(professionals > 0 ? [plural(professionals, 'professionnel', 'professionnels')] : []),
    ];
    if (missing.length > 0) return `il manque ${listing(missing)}`;
    return members > 0 ? `il manque ${plural(members, 'personne', 'personnes')}` : '';
  },
  /** Nothing where nobody's is. */
  waiting: (count: number): string => plural(count, 'réponse attendue', 'réponses attendues'),
  km: (km: number | null): string => (km === null ? 'distance inconnue' : `${km}${NBSP}km`),
  tally: ({ boards, short, waiting }: BoardTally): string =>
    [
      boards === 0
        ? 'aucune commission ni salle'
        : short === 0
          ? plural(boards, 'commission ou salle, complète', 'commissions et salles, toutes complètes')
          : `${plural(boards, 'commission ou salle', 'commissions et salles')}, ${plural(short, 'incomplète', 'incomplètes')}`,
      ...(waiting === 0 ? [] : [boardTexts.waiting(waiting)]),
    ].join(', '),
};

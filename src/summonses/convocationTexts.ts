import { placeInWords, turnInWords } from '../papers/index.ts';
import { parisDay } from '../platform/time.ts';
import { clockTime, dayInWords, NBSP } from '../ui/index.ts';
import type { NextTest } from './rules/nextTest.ts';
import { comesAt, type SummonsSeat } from './summons.ts';

function moment(iso: string): string {
  const at = Temporal.Instant.from(iso);
  return `${dayInWords(parisDay(at))}, ${clockTime(at)}`;
}

/** Ma convocation, pour le candidat. */
export const convocationTexts = {
  title: 'Ma convocation',
  back: 'Revenir à mon inscription',
  lead: 'Quand, où, avec quoi\u00a0: les mêmes mots que le PDF. Apportez-la à chaque épreuve.',
  none: "Votre convocation n'est pas encore là",
  begins: (day: string, settled: boolean): string =>
    settled
      ? `Les épreuves commencent le ${day}.`
      : `Les épreuves sont prévues à partir du ${day}, une date à confirmer.`,
  noneText: 'Dès que les salles sont attribuées, votre convocation arrive ici et un mail vous le dit.',
  noneLate:
    'Elle devrait être là trois semaines avant votre première épreuve. Sinon, écrivez ou téléphonez à votre gestionnaire.',
  ended: 'Votre inscription a pris fin\u00a0: cette convocation ne vaut plus. Ne vous présentez à aucune épreuve.',
  next: {
    first: (seat: SummonsSeat): string => `Votre première épreuve${NBSP}: ${moment(comesAt(seat))}`,
    next: (seat: SummonsSeat): string => `Votre prochaine épreuve${NBSP}: ${moment(comesAt(seat))}`,
    now: (seat: SummonsSeat): string => `Épreuve en cours${NBSP}: ${moment(comesAt(seat))}`,
    over: 'Les épreuves de votre convocation sont passées.',
  } satisfies Readonly<Record<Exclude<NextTest['is'], 'none' | 'over'>, (seat: SummonsSeat) => string>> & {
    readonly over: string;
  },
  moved: {
    /** « Heure attendue : 10 h 40, au lieu de 10 h 10 ». */
    seat: (callsAt: string, plannedAt: string): string =>
      `Heure attendue aujourd'hui${NBSP}: ${clockTime(Temporal.Instant.from(callsAt))}, au lieu de ${clockTime(Temporal.Instant.from(plannedAt))}. Votre convocation reste valable.`,
    line: (unit: string, call: { readonly callsAt: Temporal.Instant; readonly plannedAt: Temporal.Instant }): string =>
      `${unit}${NBSP}: ${dayInWords(parisDay(call.callsAt))}, appel à ${clockTime(call.callsAt)}, au lieu de ${clockTime(call.plannedAt)}`,
    subject: (number: string): string => `Inscription ${number}${NBSP}: votre heure de passage change`,
    lead: "L'heure à laquelle la commission vous appelle change. Votre convocation reste valable, seule l'heure bouge.",
    onTheWay:
      "Vous êtes déjà en route ou sur place ? Restez : présentez-vous à l'accueil du centre. Personne ne passe plus tôt qu'il ne le sait sans avoir dit oui.",
  },
  where: (title: string, seat: SummonsSeat): string => `${title}. ${convocationTexts.whereOf(seat)}`,
  whereOf: (seat: SummonsSeat): string => `${seat.centre.join(', ')}. ${convocationTexts.place(seat)}.`,
  void: 'Votre convocation est annulée',
  place: ({ room, table, callsAt, startsAt }: SummonsSeat): string =>
    callsAt == null
      ? placeInWords(room, table)
      : `${placeInWords(room, table)}. ${turnInWords(Temporal.Instant.from(callsAt), Temporal.Instant.from(startsAt))}`,
  material: (material: string): string => `À apporter${NBSP}: ${material}`,
  print: 'Visualiser/Imprimer',
  download: 'Télécharger le PDF',
  toCalendar: 'Ajouter à mon agenda',
  toCalendarText:
    "Le fichier d'agenda s'ouvre sur un téléphone ou un ordinateur. Si la convocation change, prenez-le de nouveau\u00a0: il corrige les dates.",
  hub: 'Ma convocation',
  calendar: {
    file: 'convocation.ics',
    name: (session: string): string => `Mes épreuves, ${session}`,
    description: 'Les épreuves de ma convocation',
    summary: (unit: string): string => `Épreuve ${unit}`,
    cancelled: (summary: string): string => `Annulée${NBSP}: ${summary}`,
    bring: "Apportez votre convocation et votre pièce d'identité.",
  },
  missed: {
    title: "Je n'ai pas pu venir",
    lead: "Une absence justifiée peut ouvrir droit à une épreuve de remplacement, et c'est une personne du rectorat qui décide. Dites pourquoi et joignez un justificatif\u00a0: seul le service qui lit les certificats médicaux les voit.",
    go: 'Dire pourquoi et joindre un justificatif',
  },
  absence: {
    title: 'Je ne peux pas venir',
    lead: "Votre gestionnaire lit ce message et vous répond dans «\u00a0Mes messages\u00a0». Gardez ce qui prouve l'empêchement. S'il reste moins de deux jours, téléphonez aussi.",
    titleAfter: "Je n'ai pas pu venir à l'épreuve de remplacement",
    leadAfter:
      "Dites-le dès que possible\u00a0: une absence justifiée peut ouvrir droit à une épreuve de remplacement, et c'est le rectorat qui décide. Votre gestionnaire vous dit dans «\u00a0Mes messages\u00a0» comment remettre ce qui prouve l'empêchement.",
    test: 'À quelle épreuve',
    testMissing: 'Choisissez une épreuve, ou toutes.',
    all: 'À toutes celles qui restent',
    words: 'Pourquoi, et depuis quand',
    wordsHint:
      "En quelques mots. Ne dites rien de votre santé que le gestionnaire n'a pas à lire\u00a0: «\u00a0un empêchement médical\u00a0» suffit.",
    wordsMissing: 'Dites ce qui vous empêche de venir.',
    submit: 'Prévenir mon gestionnaire',
    message: (tests: string, words: string): string => `Je ne peux pas venir\u00a0: ${tests}.\n\n${words}`,
    missed: (title: string, seat: SummonsSeat): string => `${title}, ${moment(comesAt(seat))} (passée)`,
    messageAfter: (tests: string, words: string): string => `Je n'ai pas pu venir\u00a0: ${tests}.\n\n${words}`,
    choice: (title: string, seat: SummonsSeat): string => `${title}, ${moment(comesAt(seat))}`,
    allTests: 'toutes mes épreuves qui restent',
  },
} as const;

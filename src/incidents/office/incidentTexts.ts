import { parisDay } from '../../platform/time.ts';
import type { TroubleSort } from '../../platform/trouble.ts';
import { type Called, NOBODY_TO_TELL, type Unfinished } from '../../reminders/index.ts';
import {
  briefInstant,
  clockTime,
  dayAndHour,
  dayAndMonth,
  endInWords,
  listing,
  plural,
  quoted,
  shortEnd,
  shortInstant,
  wholeNumber,
} from '../../ui/index.ts';
import { LEAST_HOURS, type Proposed } from '../rules/lengthProposed.ts';
import type { StandingBanner } from '../store.ts';
import type { Hour } from './hours.ts';

/** `le 1er décembre, de 14 h 03 à 15 h 10`, `du 1er décembre, 23 h 50 au 2 décembre, 0 h 20`. */
const spanInWords = (from: Temporal.Instant, until: Temporal.Instant): string =>
  parisDay(from).equals(parisDay(until))
    ? `le ${dayAndMonth(parisDay(from))}, de ${clockTime(from)} à ${clockTime(until)}`
    : `du ${dayAndHour(from)} au ${dayAndHour(until)}`;

const minutes = (count: number): string => {
  const hours = Math.floor(count / 60);
  return listing([
    ...(hours === 0 ? [] : [plural(hours, 'heure', 'heures')]),
    ...(count % 60 === 0 && hours > 0 ? [] : [plural(count % 60, 'minute', 'minutes')]),
  ]);
};
const length = ({ days, hours }: Pick<Proposed, 'days' | 'hours'>): string =>
  listing([
    ...(days === 0 ? [] : [plural(days, 'jour', 'jours')]),
    ...(hours === 0 ? [] : [plural(hours, 'heure', 'heures')]),
  ]);
/** Of files, from all academies. `seconds`: of the one that waits longest. */
type Waiting = { readonly count: number; readonly seconds: number };
/** A minute may name what an earlier version knew. */
const TROUBLES: Readonly<Record<string, string> & Record<TroubleSort, string>> = {
  'files-unwritable': 'fichiers non enregistrables',
  'files-unread': "fichiers à lire depuis plus d'une heure",
  'antivirus-away': 'antivirus absent',
};

/** The words of *Incident*, for the head. */
export const incidentTexts = {
  title: 'Incident',
  link: "Un incident\u00a0? L'état du service, le dire à tous, prolonger, écrire à qui n'a pas fini",
  lead: "Ce que le service a fait ces 48 heures, et ce que vous pouvez faire quand il tombe en panne\u00a0: le dire à tous, prolonger, écrire à qui n'a pas fini.",
  flash: {
    'bandeau-affiche': 'Le bandeau est affiché sur toutes les pages de votre académie, dans les secondes qui viennent.',
    'bandeau-retire': 'Le bandeau est retiré.',
    'inacheves-prevenus':
      "C'est commandé\u00a0: chacun reçoit son message dans les minutes qui viennent, une seule fois.",
  },
  service: {
    title: 'Le service, ces 48 heures',
    whole: 'Ce sont les mesures de tout le site, pour toutes ses académies.',
    unknown: "Rien n'est encore mesuré",
    unknownText: 'La première minute est connue une minute après le démarrage du site.',
    since: (at: Temporal.Instant): string => `Mesuré depuis le ${shortInstant(at)}.`,
    noOutage: "Personne n'a trouvé le site fermé\u00a0: aucune minute hors service.",
    outages: (count: number): string => `Hors service\u00a0: ${minutes(count)} en tout.`,
    outage: (from: Temporal.Instant, until: Temporal.Instant): string =>
      `${spanInWords(from, until)}, soit ${minutes(Math.round(until.since(from).total('minutes')))}`,
    hours: 'Les heures où quelque chose a manqué',
    calm: (count: number): string =>
      count === 0 ? '' : `${plural(count, 'autre heure', 'autres heures')} sans rien à signaler.`,
    columns: [
      'Heure',
      'Demandes',
      'En attente ou refusées',
      'Erreurs',
      'Minutes difficiles',
      'Minutes hors service',
      'Mail le plus ancien',
      'Pannes',
    ],
    hour: ({ from }: Hour): string => briefInstant(from),
    count: wholeNumber,
    mail: (seconds: number): string => (seconds < 60 ? '—' : minutes(Math.round(seconds / 60))),
    troubles: (sorts: readonly string[]): string =>
      sorts.length === 0 ? '—' : sorts.map((one) => TROUBLES[one] ?? one).join(', '),
    unread: ({ count, seconds }: Waiting): string =>
      count === 0
        ? "Aucun fichier reçu n'attend d'être lu."
        : `${plural(count, "fichier reçu attend d'être lu", "fichiers reçus attendent d'être lus")}, ${count === 1 ? '' : 'le plus ancien '}depuis ${seconds < 60 ? "moins d'une minute" : minutes(Math.floor(seconds / 60))}\u00a0: chacun compte à l'heure de sa réception.`,
    mailNow: (seconds: number): string =>
      seconds < 60
        ? 'Les mails partent aussitôt.'
        : `Le mail le plus ancien attend depuis ${minutes(Math.round(seconds / 60))}\u00a0: ils partiront tous, dans leur ordre.`,
    notMeasured:
      "Ce que votre réseau ou un serveur placé devant le site refuse n'est pas compté ici\u00a0: demandez-le au service informatique.",
  },
  banner: {
    title: 'Le dire à tous',
    text: 'Une phrase en haut de chaque page de votre académie, pour les visiteurs, les candidats et le rectorat. Elle disparaît seule.',
    standing: ({ words, until }: StandingBanner, who: string): string =>
      `Affiché par ${who}, jusqu'au ${endInWords(until)}\u00a0: ${quoted(words)}`,
    words: 'Votre phrase',
    hint: "Par exemple\u00a0: le dépôt des pièces est lent. Vos réponses sont gardées, rien n'est perdu. Sans nom de personne.",
    missing: 'Écrivez la phrase à afficher',
    hours: 'Pendant',
    hoursMissing: 'Choisissez pendant combien de temps',
    hour: (count: number): string => plural(count, 'heure', 'heures'),
    show: 'Afficher',
    replace: 'Remplacer',
    remove: 'Retirer maintenant',
  },
  extension: {
    title: 'Prolonger',
    text: 'Vous proposez, une autre personne décide. La prolongation écrit elle-même à tous les candidats concernés.',
    none: "Aucune clôture proche n'a perdu de minute\u00a0: rien n'est proposé. Vous pouvez prolonger pour une autre raison.",
    proposed: (session: string, was: Temporal.Instant, proposed: Proposed): string =>
      `Pour la ${session}, close le ${shortEnd(was)}\u00a0: ${minutes(proposed.minutes)} hors service dans les 24 heures d'avant. Proposé\u00a0: ${length(proposed)} de plus, jusqu'au ${endInWords(proposed.closesAt)}\u00a0: au moins le temps perdu, et ${LEAST_HOURS} heures à partir de maintenant, en heures entières.`,
    prepare: (session: string): string => `Préparer la prolongation de la ${session}`,
    other: 'Prolonger après un incident',
  },
  unfinished: {
    title: "Écrire à qui n'a pas fini",
    text: "Chacun de ceux qui ont encore quelque chose à faire à la clôture reçoit un mail, ou une lettre à imprimer s'il n'a pas d'adresse\u00a0: votre phrase, ce qu'il lui reste, jusqu'à quand. Une seule fois par clôture, quel que soit le nombre d'envois.",
    none: "Aucune clôture n'est à venir\u00a0: personne ne peut finir. Une prolongation écrit elle-même à chacun.",
    session: 'Session',
    sessionMissing: 'Choisissez la session',
    option: (label: string, closing: Temporal.Instant): string => `${label}, close le ${shortEnd(closing)}`,
    words: 'Votre phrase',
    hint: "Elle vient après «\u00a0À la suite d'un incident, le rectorat vous écrit\u00a0:\u00a0». Sans nom de personne, sans détail de santé.",
    missing: 'Écrivez votre phrase',
    preview: 'Voir à qui',
    previewTitle: "Avant d'envoyer",
    count: ({ registered, drafts }: Unfinished): string =>
      registered + drafts === 0
        ? NOBODY_TO_TELL
        : `${plural(registered + drafts, 'personne au plus sera prévenue', 'personnes au plus seront prévenues')}\u00a0: ${plural(registered, 'candidat inscrit', 'candidats inscrits')} et ${plural(drafts, 'inscription commencée', 'inscriptions commencées')}. Qui finit d'ici là ne reçoit rien.`,
    told: (count: number): string =>
      count === 0
        ? ''
        : `${plural(count, 'personne a déjà été prévenue', 'personnes ont déjà été prévenues')} pour cette clôture\u00a0: elles ne le seront pas deux fois.`,
    said: (session: string, closing: Temporal.Instant): string => `Pour la ${session}, close le ${shortEnd(closing)}`,
    submit: 'Envoyer',
    correct: 'Changer la phrase',
    list: 'Messages envoyés',
    columns: ['Le', 'Par', 'Session', 'Phrase', 'Envoyés', 'En cours'],
    figure: (count: number | null): string => wholeNumber(count ?? 0),
    row: ({ at }: Called): string => shortInstant(at),
  },
} as const;

import { letterTexts } from '../../papers/index.ts';
import { plural, quoted } from '../../ui/index.ts';
import type { LetterFilter } from '../rules/letterFilter.ts';

/** The words of *Courriers recommandés*, for the office. */
export const lettersTexts = {
  title: 'Courriers recommandés',
  link: 'Courriers recommandés',
  lead: "Les annulations qui ont pris effet et les inscriptions écartées, et comment chaque décision est notifiée. Qui a accepté les notifications en ligne n'a pas de lettre, sauf si le mail qui l'avertit n'a pas pu être remis.",
  help: "Dans l'ordre des noms. Les décisions retirées n'y sont plus.",
  count: (count: number): string => plural(count, 'décision', 'décisions'),
  filter: 'Notification',
  filters: {
    'to-post': 'À envoyer',
    posted: 'Parties, sans nouvelles',
    deposited: 'Déposées en ligne, pas encore notifiées',
    notified: 'Notifiées',
  } satisfies Readonly<Record<LetterFilter, string>>,
  show: 'Afficher',
  session: 'Session',
  everySession: 'La dernière close',
  list: 'Décisions',
  columns: ['Dossier', 'Adresse', 'Où en est la notification'],
  trackingColumn: 'Numéro de suivi',
  trackingOf: (number: string): string => `Numéro de suivi de la lettre pour ${number}`,
  empty: 'Rien ici',
  emptyText: {
    'to-post': "Aucune lettre n'est à envoyer.",
    posted: "Aucune lettre n'est en chemin.",
    deposited: "Aucune décision déposée en ligne n'attend d'être lue.",
    notified: "Aucune décision n'est notifiée pour le moment.",
  } satisfies Readonly<Record<LetterFilter, string>>,
  postText:
    'Recopiez le numéro de suivi de chaque lettre partie ce jour-là. Les lignes laissées vides restent à envoyer.',
  submit: 'Noter ces lettres parties',
  none: "Recopiez au moins un numéro de suivi. Rien n'a été enregistré.",
  badTracking: (number: string, typed: string): string =>
    `${number}\u00a0: ${quoted(typed)} n'est pas un numéro de suivi. Il a de 8 à 20 lettres et chiffres\u00a0; recopiez celui de l'étiquette. Rien n'a été enregistré.`,
  twice: (number: string, typed: string): string =>
    `${number}\u00a0: le numéro ${typed} est écrit deux fois. Rien n'a été enregistré.`,
  tooMany: (most: number): string => `Notez ${most} lettres au plus à la fois.`,
  refused: (number: string, why: string): string => `${number}\u00a0: ${why}`,
  someDone: (count: number): string =>
    `${plural(count, 'autre lettre est notée partie', 'autres lettres sont notées parties')}.`,
  flash: { 'lettres-parties': 'Les lettres sont notées parties.', ...letterTexts.flash },
  what: (filter: string, session: string): string => `courriers recommandés, ${filter}, ${session}`,
  labelsTitle: (session: string): string => `Étiquettes des courriers recommandés, ${session}`,
} as const;

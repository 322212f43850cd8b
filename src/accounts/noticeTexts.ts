import { lengthsInWords } from '../law/index.ts';
import { shortInstant } from '../ui/index.ts';

/** Of the words below that a candidate agrees to: other words are another number, kept with each answer. */
export const NOTICE_WORDING = 2;

/** An agreement to electronic notices, asked apart (CRPA L112-15, R112-17 to -20). No-break spaces are written `\u00a0`. */
export const noticeTexts = {
  title: 'Recevoir les décisions en ligne',
  explained: [
    "Une décision qui va contre vous, une annulation par exemple, doit vous être notifiée. Sans votre accord, elle vient par lettre recommandée. Avec lui, le rectorat la dépose dans «\u00a0Mes documents\u00a0», où vous seul pouvez l'ouvrir avec votre mot de passe. Un mail vous avertit du dépôt.",
    `Elle compte à partir du jour où vous l'ouvrez. Si vous ne l'ouvrez pas dans les ${lengthsInWords.unread}, elle compte à partir du jour du dépôt. Vous avez alors ${lengthsInWords.court}, depuis ce jour-là, pour la contester. Gardez une adresse mail à jour, et lisez vos mails.`,
    "Cet accord n'est pas obligatoire\u00a0; il ne change rien à l'examen de votre inscription. Vous pouvez le retirer quand vous voulez dans «\u00a0Mon compte\u00a0»\u00a0: il cesse aussitôt, pour toutes les décisions qui suivent.",
  ],
  source: "Code des relations entre le public et l'administration, articles L112-15 et R112-17 à R112-20.",
  accept: "J'accepte que les décisions me soient notifiées en ligne, à la place d'une lettre recommandée",
  acceptMissing:
    'Cochez la case pour donner votre accord. Sans accord, les décisions vous viennent par lettre recommandée.',
  submit: 'Donner mon accord',
  withdraw: 'Retirer mon accord',
  on: (since: Temporal.Instant): string =>
    `Vous avez donné votre accord le ${shortInstant(since)}\u00a0: les décisions vous sont notifiées en ligne.`,
  off: "Vous n'avez pas donné d'accord\u00a0: les décisions vous sont notifiées par lettre recommandée.",
  history: 'Vos réponses',
  answered: { true: 'Accord donné', false: 'Accord retiré' },
  answeredIn: { enrolment: 'en enregistrant une inscription', account: 'dans «\u00a0Mon compte\u00a0»' },
} as const;

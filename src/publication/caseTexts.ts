import { dayInWords } from '../ui/index.ts';

/** What candidates ask once results are published. No-break spaces are written `\u00a0`. */
export const caseTexts = {
  title: 'Demandes sur les résultats',
  back: 'Publication des résultats',
  lead: 'Consultation de copies, erreur matérielle, recours\u00a0: chaque demande est gardée comme elle est venue, et reçoit une réponse. Un résultat ne change que par un additif du jury, publié avec son motif.',
  waiting: 'Sans réponse',
  answered: 'Avec réponse',
  none: "Aucune demande n'attend",
  due: (day: Temporal.PlainDate | null): string =>
    day === null ? 'Sans délai de réponse connu.' : `Réponse pour le ${dayInWords(day)}.`,
  received: (when: string): string => `Reçue le ${when}.`,
  late: 'Après le délai.',
  noDue: 'En attente de réponse.',
  expected: (day: string): string => `En attente de réponse, pour le ${day}.`,
  outcome: 'Suite donnée',
  outcomeMissing: 'Dites si la demande est acceptée.',
  outcomes: { granted: 'Acceptée', refused: 'Refusée' },
  answer: 'Réponse',
  answerHint: 'Le candidat la lit sur sa page. Un refus dit pourquoi.',
  answerMissing: 'Écrivez la réponse que lira le candidat.',
  submit: 'Répondre',
  flash: 'Réponse enregistrée\u00a0: le candidat est prévenu par mail.',

  own: 'Vos demandes',
  ask: 'Faire une demande',
  kind: 'Votre demande',
  kindMissing: 'Choisissez ce que vous demandez.',
  words: 'Précisions',
  wordsHint: "Par exemple l'unité concernée, et ce qui vous paraît faux.",
  wordsMissing: 'Écrivez ce que vous demandez.',
  send: 'Envoyer la demande',
  sent: 'Demande envoyée. La réponse sera sur cette page.',
};

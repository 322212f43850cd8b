import type { UnitsFault } from '../../enrolment/index.ts';
import { shortInstant } from '../../ui/index.ts';

/** The office's words for a candidate's units that the rules didn't know. */
export const unitsTexts = {
  title: 'Compléter les unités',
  lead: "Cette inscription a été faite sans que toutes les unités de la spécialité soient connues ici. Écrivez-les d'après le relevé de notes, puis ce que le candidat passe, garde ou n'a pas à passer. Le candidat confirme\u00a0: rien ne change avant.",
  told: 'Ce que le candidat a écrit',
  known: 'Les unités de cette spécialité sont connues depuis\u00a0: il reste à dire ce que le candidat en fait.',
  list: 'Les unités',
  trade: 'Unités professionnelles',
  tradeHint: "Une par ligne, comme sur le relevé. Exemple\u00a0: U10\u00a0: Réalisation d'un ouvrage.",
  tradeMissing: 'Écrivez les unités professionnelles, une par ligne.',
  general: 'Unités générales',
  generalHint: 'Une par ligne, sans la langue vivante.',
  language: 'Langue vivante obligatoire',
  languageHint: "L'unité de langue, s'il y en a une.",
  faults: {
    none: 'Écrivez au moins une unité professionnelle.',
    twice: "La même unité est écrite deux fois. Gardez-en une\u00a0: chaque unité n'a qu'une ligne.",
    'too-many': "Il y a trop d'unités pour un seul diplôme. Écrivez une unité par ligne, sans autre texte.",
  } satisfies Record<UnitsFault, string>,
  choices: 'Ce que le candidat passe, garde ou est dispensé de passer',
  continue: 'Continuer',
  submit: 'Proposer au candidat',
  keep: 'Ne rien proposer',
  drop: 'Retirer la proposition',
  standing: {
    title: 'Une liste attend la réponse du candidat',
    text: (when: Temporal.Instant): string =>
      `Proposée le ${shortInstant(when)}. Une autre la remplacerait\u00a0; le candidat en serait prévenu.`,
  },
  contested: (when: Temporal.Instant): string =>
    `Le candidat a répondu le ${shortInstant(when)} que ce n'est pas exact\u00a0:`,
  link: 'Compléter les unités',
  file: {
    awaited: 'Les unités de ce dossier restent à compléter.',
    proposed: "Une liste d'unités attend la réponse du candidat.",
    contested: "Le candidat dit que la liste d'unités proposée n'est pas exacte.",
  },
  none: "Les unités de ce dossier sont complètes\u00a0: il n'y a rien à compléter.",
  flash: {
    'unites-proposees': 'La liste est proposée au candidat, qui en est prévenu. Rien ne change avant sa réponse.',
    'unites-retirees': 'La proposition est retirée.',
  },
} as const;

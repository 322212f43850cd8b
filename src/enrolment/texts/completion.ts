import { shortInstant } from '../../ui/index.ts';

/** The candidate's words for units that the office completed. */
export const completionTexts = {
  title: 'Vos unités, complétées par le rectorat',
  back: 'Mon inscription',
  lead: "La liste des épreuves de votre spécialité n'était pas complète ici quand vous vous êtes inscrit. Le rectorat l'a complétée pour vous. Relisez\u00a0: rien ne change sans votre accord.",
  yours: 'Ce que vous aviez écrit',
  proposed: 'Ce que le rectorat propose',
  effect: {
    signed:
      "Si vous confirmez, cette liste remplace ce que vous aviez écrit. Votre signature et vos pièces restent valables\u00a0: vous n'avez rien à refaire.",
    unsigned:
      'Si vous confirmez, cette liste remplace ce que vous aviez écrit. Une nouvelle confirmation paraît dans «\u00a0Mes documents\u00a0»\u00a0: signez celle-là.',
  },
  confirm: "C'est exact, je confirme",
  contest: {
    title: "Ce n'est pas exact\u00a0?",
    words: "Ce qui n'est pas exact",
    hint: "Exemple\u00a0: je garde aussi ma note de l'unité U20. Le rectorat corrige et vous propose une nouvelle liste.",
    missing: "Écrivez ce qui n'est pas exact, pour que le rectorat le corrige.",
    submit: "Dire ce qui n'est pas exact",
  },
  none: "Aucune liste d'unités n'attend votre réponse.",
  confirmed: (when: Temporal.Instant): string =>
    `Vous avez confirmé cette liste le ${shortInstant(when)}. Elle figure dans votre inscription.`,
  contested: (when: Temporal.Instant): string =>
    `Vous avez répondu le ${shortInstant(when)} que ce n'est pas exact. Rien n'a changé\u00a0: le rectorat vous proposera une autre liste.`,
  hub: {
    title: 'Relisez vos unités',
    text: 'Le rectorat a complété la liste de vos épreuves. Elle ne comptera que si vous la confirmez.',
    open: 'à relire et confirmer',
    mail: 'Vos unités à relire et à confirmer',
  },
} as const;

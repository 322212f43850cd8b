import { cameOn, type GivenBy, type GivenOnPaper, waysGiven } from '../pieces/index.ts';
import { exactInstant, shortDay, sinceInWords } from '../platform/french/dates.ts';

type Filed = { readonly who: string; readonly when: Temporal.Instant; readonly receipt: string };

/** The office's words for what it does in a candidate's name. */
export const onBehalfTexts = {
  title: 'Déposer pour le candidat',
  lead: "Pour une pièce apportée au guichet ou reçue par la poste. Le candidat l'apprend par mail, la voit dans son espace avec votre service comme déposant, et peut la retirer tant qu'elle n'est pas contrôlée.",
  leadByPost:
    "Pour une pièce apportée au guichet ou reçue par la poste. Le candidat n'a pas d'adresse mail\u00a0: il l'apprend par courrier, que vous trouvez parmi les lettres à imprimer.",
  ways: waysGiven,
  way: 'Comment elle est arrivée',
  wayMissing: 'Dites comment la pièce est arrivée.',
  day: 'Jour où elle a été apportée ou postée',
  dayHint:
    "Pour la poste, la date du cachet\u00a0: c'est elle qui compte pour l'échéance, pas le jour où vous la déposez.",
  dayMissing: 'Indiquez le jour où la pièce a été apportée ou postée.',
  future: "Ce jour n'est pas encore venu. Indiquez celui où la pièce a été apportée ou postée.",
  early: (way: GivenBy): string =>
    `Ce jour est avant l'inscription du candidat. ${way === 'post' ? 'Vérifiez la date du cachet.' : 'Indiquez celui où la pièce a été apportée.'}`,
  over: (end: Temporal.Instant): string =>
    `Le dépôt de cette pièce est clos ${sinceInWords(end)}\u00a0: seule une pièce apportée ou postée avant peut être déposée ici. Ce qui vient après se contrôle sur papier, sans fichier, à la page de la pièce.`,
  shut: 'Cette pièce ne se dépose pas',
  submit: 'Déposer pour le candidat',
  flash: {
    'depose-pour': "Le fichier est déposé au nom du candidat, qui l'apprend par mail.",
    'depose-sans-mail':
      "Le fichier est déposé au nom du candidat, qui l'apprend par courrier\u00a0: la lettre est à imprimer et à poster.",
  },
  /** Beside the file, for the office: who filed it, and from what. */
  filed: ({ by, on }: Pick<GivenOnPaper, 'by' | 'on'>, { who, when, receipt }: Filed): string =>
    `Déposé pour le candidat par ${who} le ${exactInstant(when)}, reçu ${receipt}\u00a0: pièce ${cameOn[by]} ${shortDay(on)}.`,
} as const;

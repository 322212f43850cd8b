import type { EntryWay } from '../enrolment/index.ts';
import { shortDay } from '../ui/index.ts';

/** What an officer typed in the candidate's name, told to the candidate. */
export const entriesTexts = {
  title: 'Ce que le rectorat a saisi pour vous',
  open: 'Ce que le rectorat a saisi pour vous',
  back: 'Revenir à mon inscription',
  lead: "À votre demande, un agent a passé vos étapes à votre place. Rien n'est signé en votre nom\u00a0: la signature n'est donnée que par vous.",
  empty: "Le rectorat n'a rien saisi pour vous",
  emptyText: 'Vos réponses sont celles que vous avez données vous-même.',
  asked: {
    telephone: (day: Temporal.PlainDate): string => `Demandé par téléphone le ${shortDay(day)}`,
    counter: (day: Temporal.PlainDate): string => `Demandé au guichet le ${shortDay(day)}`,
    post: (day: Temporal.PlainDate): string => `Demandé par courrier posté le ${shortDay(day)}`,
    carried: (day: Temporal.PlainDate): string =>
      `Repris de l'ancien système, où vous étiez inscrit, le ${shortDay(day)}`,
  } satisfies Record<EntryWay, (day: Temporal.PlainDate) => string>,
  words: "Ce que l'agent a noté",
  version: (version: number, when: string): string => `Version ${version}, enregistrée le ${when}`,
  first: "C'est la première version de votre inscription\u00a0: chaque réponse se lit dans vos documents.",
  columns: { label: 'Réponse', before: 'Avant', after: 'Maintenant' },
  none: "Aucune réponse que l'on signe n'a changé.",
  underWay: "L'agent n'a pas encore enregistré.",
  left: "Rien n'a été enregistré.",
  arrangements:
    "L'agent ne voit pas ce que vous dites de vos aménagements, et n'y change rien. Pour en demander, la page «\u00a0Aménagements\u00a0» de votre inscription est la vôtre.",
  wrong:
    "Ce n'est pas ce que vous avez demandé\u00a0? Corrigez-le tant que les inscriptions sont ouvertes, ou écrivez au service.",
} as const;

import type { Stage } from './rules/beginning.ts';

/** Every French sentence of the page that stands in for the site while its first office is made. */
export const beginningTexts = {
  exam: 'Démonstration',
  title: 'La démonstration se prépare',
  lead: "Un bureau des examens au travail\u00a0: deux cents candidats inventés s'inscrivent, signent, envoient leurs pièces, et des gestionnaires leur répondent. Cela prend une minute environ, une seule fois.",
  progress: 'Avancement',
  percent: (share: number): string => `${Math.floor(share * 100)}\u00a0%`,
  stages: {
    'year-before': "L'an passé\u00a0: les inscriptions",
    plan: "L'an passé\u00a0: les salles, le calendrier, les convocations",
    marks: "L'an passé\u00a0: les copies notées deux fois",
    jury: "L'an passé\u00a0: le jury délibère",
    results: "L'an passé\u00a0: les résultats, une contestation",
    today: 'Cette année\u00a0: les inscriptions ouvertes, le bureau au travail',
  } satisfies Record<Stage, string>,
  done: 'Fait.',
  again: "Cette page se met à jour seule, puis laisse la place à l'accueil.",
  invented:
    "Tout est inventé\u00a0: aucun nom, aucune pièce n'est de quelqu'un. Les dates suivent celle d'aujourd'hui.",
} as const;

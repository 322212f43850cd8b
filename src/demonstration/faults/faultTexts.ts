import { FAULT_MINUTES, type FaultName } from './faults.ts';

/** What is said of the outages that somebody may ask for. */
export const faultTexts = {
  title: 'Une panne, pour voir',
  text: `Le service se comporte alors comme dans une vraie panne. Elle finit seule au bout de ${FAULT_MINUTES}\u00a0minutes, et à tout redémarrage.`,
  faults: {
    relay: {
      title: 'Le serveur de mail ne répond plus',
      look: "Rien ne se perd\u00a0: ce qui s'écrit attend, et part au retour du serveur, dans le quart d'heure au plus.",
      where: 'Où regarder quand le mail ne part plus',
    },
    store: {
      title: 'Le stockage des fichiers ne répond plus',
      look: "Un dépôt est refusé avec la raison et ce qu'il faut faire, le reste du site continue, et le chef de bureau est prévenu. Au retour, tout reprend en un quart de minute.",
      where: 'Où regarder quand les fichiers manquent',
    },
  } satisfies Record<FaultName, { readonly title: string; readonly look: string; readonly where: string }>,
  until: (when: string): string => `En panne, jusqu'à ${when} au plus tard (heure réelle).`,
  begin: 'Couper',
  end: 'Rétablir',
  about: (title: string): string => `\u00a0: ${title.toLowerCase()}`,
  begun: 'La panne a commencé.',
  ended: 'La panne est finie.',
} as const;

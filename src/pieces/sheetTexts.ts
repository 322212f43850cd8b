import { plural } from '../ui/index.ts';
import type { PreparedPages } from './rules/sheets.ts';

/** Several files that become one document. */

export const sheetTexts = {
  title: 'Réunir plusieurs pages',
  back: 'Revenir à la pièce',
  intro:
    "Mettez les pages dans l'ordre, tournez celles qui sont de travers, puis déposez-les\u00a0: elles deviennent un seul PDF. Rien n'est déposé tant que vous n'avez pas cliqué sur «\u00a0Déposer\u00a0».",
  keptFor: 'Les pages préparées sont gardées 48\u00a0heures.',
  list: 'Pages préparées',
  none: "Aucune page pour l'instant. Ajoutez-en une ci-dessous.",
  page: (number: number, pages: number): string =>
    pages > 1 ? `Fichier ${number}, ${pages}\u00a0pages` : `Page ${number}`,
  turned: ['', 'tournée à droite', 'tête en bas', 'tournée à gauche'] as const,
  unread: 'Reçue, en lecture',
  beingRead: {
    title: (count: number): string => `${plural(count, 'page reçue', 'pages reçues')}, en cours de lecture`,
    text: "Chaque page est lue à son tour. Vous n'avez pas à attendre\u00a0: vous pouvez déjà mettre les pages dans l'ordre et les déposer.",
    /** Where nothing may be deposited any more, or not yet. */
    textShut: 'Chaque page est lue à son tour.',
  },
  /** `mayAdd`: pages can be added. */
  unreadable: (why: string, mayAdd: boolean): string =>
    `${why} ${mayAdd ? 'Retirez cette page, puis ajoutez-la de nouveau.' : 'Retirez cette page pour pouvoir déposer les autres.'}`,
  up: 'Monter',
  down: 'Descendre',
  turn: 'Tourner à droite',
  remove: 'Retirer',
  add: 'Ajouter des pages',
  addField: 'Une ou plusieurs photos, un ou plusieurs PDF',
  addButton: 'Ajouter à la suite',
  deposit: (pages: number): string => `Déposer ${pages > 1 ? `ces ${pages} pages` : 'cette page'}`,
  waiting: {
    /** Files that can't be read are replaced first: then nothing is said to be ready to go. */
    title: ({ pages, refused }: PreparedPages): string => {
      if (pages === 0) return `${plural(refused, 'page', 'pages')} à remplacer`;
      return `${plural(pages, 'page prête', 'pages prêtes')}, ${refused === 0 ? 'à déposer' : `${refused} à remplacer`}`;
    },
    text: 'Rien ne parvient au gestionnaire avant que vous les déposiez.',
    go: ({ refused }: PreparedPages): string => (refused === 0 ? 'Continuer et déposer' : 'Continuer et remplacer'),
  },
  /** In the half hour after the closing. */
  ends: {
    title: 'Aucune page ne peut plus être ajoutée',
    text: (until: string): string => `Ce que vous avez préparé a commencé à temps\u00a0: déposez-le ${until}.`,
  },
  several: 'Plusieurs pages\u00a0? Choisissez plusieurs fichiers à la fois, ou ajoutez-les une à une.',
  oneByOne: 'Ajouter page par page',
  refusedFile: (name: string, why: string): string => `«\u00a0${name}\u00a0»\u00a0: ${why}`,
  proof: {
    list: (count: number, size: string): string =>
      `Les ${count} fichiers que vous avez envoyés, ${size} en tout, réunis en un seul PDF. Empreinte de leur liste, qui change si elle change\u00a0:`,
    one: (rank: number, kind: string, size: string, begun: string): string =>
      `Fichier ${rank}, ${kind}, ${size}, envoi commencé le ${begun}. Son empreinte\u00a0:`,
  },
} as const;

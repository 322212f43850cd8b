import type { Finding } from '../../platform/documents/measure.ts';

/** `crooked`, `far`, `cut`: only here, where it can still be straightened, cut out or taken again. */
export type PhotoFinding = Finding | 'crooked' | 'far' | 'cut';

/** Hints to a person who looks at the photo themselves: nothing here keeps it from being sent. */
export const words = {
  findings: {
    small: 'La photo est petite\u00a0: les petits caractères risquent de ne pas se lire.',
    blank: 'La page paraît vide. Est-ce le bon côté\u00a0?',
    dark: 'La photo est sombre\u00a0: approchez-vous de la lumière.',
    glare: "Un reflet cache peut-être une partie du document\u00a0: changez un peu l'angle.",
    blurred: 'La photo paraît floue\u00a0: pouvez-vous lire le nom et la date\u00a0?',
    crooked: 'La page est de travers\u00a0: la voici redressée. Vérifiez que rien ne manque.',
    far: 'La page est loin\u00a0: la voici de plus près. Vérifiez que rien ne manque.',
    cut: 'Le bord de la page est coupé\u00a0: reprenez la photo en laissant une marge tout autour.',
    twin: 'Vous avez déjà déposé ce même fichier pour une autre pièce. Est-ce voulu\u00a0?',
  } satisfies Readonly<Record<PhotoFinding, string>>,
  again: 'Reprendre la photo',
  againOf: (rank: number): string => `Reprendre la page\u00a0${rank}`,
  remove: (rank: number): string => `Retirer la page\u00a0${rank}`,
  page: (rank: number, name: string): string => `Page\u00a0${rank}\u00a0: ${name}`,
  chosen: (count: number): string =>
    `${count}\u00a0fichiers attendent votre choix. Un fichier choisi maintenant s'ajoute derrière.`,
  waited: "Ce que vous aviez choisi est encore là\u00a0: rien n'est perdu, et rien n'est encore déposé.",
  orSend: (count: number): string =>
    count === 1 ? 'Vous pouvez aussi la déposer telle quelle.' : 'Vous pouvez aussi les déposer tels quels.',
  fine: 'La photo paraît lisible. Vérifiez-la, puis déposez-la.',
  preparing: 'Lecture de la photo\u2026',
  preview: 'Aperçu de la photo choisie',
  straightPreview: 'Aperçu de la photo redressée',
  straight: (count: number): string =>
    count === 1 ? 'Garder la photo redressée' : `Garder les ${count}\u00a0photos redressées`,
  notStraight: "La photo n'a pas pu être redressée ici. Déposez-la telle quelle, ou reprenez-la.",
} as const;

import type { Finding } from '../../platform/documents/measure.ts';

/** Hints to a person who looks at the photo themselves: nothing here keeps it from being sent. */
export const words = {
  findings: {
    small: 'La photo est petite\u00a0: les petits caractères risquent de ne pas se lire.',
    blank: 'La page paraît vide. Est-ce le bon côté\u00a0?',
    dark: 'La photo est sombre\u00a0: approchez-vous de la lumière.',
    glare: "Un reflet cache peut-être une partie du document\u00a0: changez un peu l'angle.",
    blurred: 'La photo paraît floue\u00a0: pouvez-vous lire le nom et la date\u00a0?',
    twin: 'Vous avez déjà déposé ce même fichier pour une autre pièce. Est-ce voulu\u00a0?',
  } satisfies Readonly<Record<Finding, string>>,
  again: 'Reprendre la photo',
  orSend: 'Vous pouvez aussi la déposer telle quelle.',
  fine: 'La photo paraît lisible. Vérifiez-la, puis déposez-la.',
  preparing: 'Lecture de la photo\u2026',
  preview: 'Aperçu de la photo choisie',
} as const;

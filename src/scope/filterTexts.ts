/** The words of filters above a list. */
export const filterTexts = {
  piece: 'Pièce',
  everyPiece: 'Pièce\u00a0: toutes',
  session: 'Session',
  everySession: 'Session\u00a0: toutes',
  filter: 'Filtrer',
  clear: 'Enlever les filtres',
};

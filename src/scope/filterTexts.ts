/** The words of filters above a list. */
export const filterTexts = {
  everySession: 'Session\u00a0: toutes',
  filter: 'Filtrer',
  clear: 'Enlever les filtres',
};

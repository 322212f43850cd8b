/** What stands in a cell, and what is wrong with it. */
export const markTexts = {
  codes: { absent: 'absent', excused: 'absence justifiée', exempt: 'dispensé' },
  barred: 'présent, ne peut pas passer',
  part: 'une partie seulement\u00a0: la note vient quand les deux jurys ont signé',
  unreadable:
    "Ce n'est pas une note. Écrivez un nombre de 0 à 20, «\u00a0A\u00a0» pour absent, «\u00a0J\u00a0» pour absence justifiée ou «\u00a0D\u00a0» pour dispensé.",
  wholePoints:
    "Les notes de cet examen sont en points entiers, comme 12. Relisez la copie et n'arrondissez pas vous-même.",
};

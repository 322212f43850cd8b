import { MOST_NOTES } from '../actions/writeNote.ts';

/** What was said on the telephone or at the counter. */
export const notesTexts = {
  title: 'Appels et passages',
  none: 'Aucun appel noté.',
  write: 'Noter un appel ou un passage',
  lead: "Ce qui a été dit, pour le collègue qui décrochera la prochaine fois. Une note ne se change pas et ne s'efface pas\u00a0: pour corriger, écrivez-en une autre.",
  words: 'Note',
  hint: "Le candidat peut demander à lire cette note (règlement général sur la protection des données, article 15)\u00a0: écrivez des faits, sobrement. N'y écrivez rien de ce qui n'est lu que par un autre service.",
  missing: 'Écrivez ce qui a été dit.',
  submit: 'Garder cette note',
  back: 'Revenir au dossier',
  tooMany: `Ce dossier a déjà ${MOST_NOTES} notes, c'est le plus qu'il puisse garder.`,
  flash: { note: 'La note est gardée.' },
} as const;

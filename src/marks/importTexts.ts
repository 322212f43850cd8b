import { listing, quoted, unreadTable, wholeNumber } from '../ui/index.ts';
import { MOST } from './marks.ts';

const LINES = `${wholeNumber(MOST.fileLines)}\u00a0lignes`;

/** What is wrong with a file of marks, line by line. */
export const importTexts = {
  headings: { session: 'Session', speciality: 'Spécialité', unit: 'Unité', number: 'Numéro', mark: 'Note' },
  sheet: 'Notes',
  missingColumns: (names: readonly string[]): string =>
    `Il manque ${names.length < 2 ? 'la colonne' : 'les colonnes'} ${listing(names.map(quoted))}. Prenez le modèle, ou reprenez ses titres en première ligne.`,
  twiceColumn: (name: string): string => `La colonne ${quoted(name)} est là deux fois. Gardez-en une.`,
  noLine: 'Le fichier ne contient aucune ligne de note.',
  nothingNew: 'Le fichier ne change rien\u00a0: chaque note y est vide, ou déjà enregistrée.',
  otherSession: (read: string, wanted: string): string =>
    `Cette ligne est de la session ${quoted(read)}, et ce lot de la session ${quoted(wanted)}. Prenez le modèle de ce lot.`,
  otherUnit: (read: string, wanted: string): string =>
    `Cette ligne est de l'unité ${quoted(read)}, et ce lot de l'unité ${quoted(wanted)}. Envoyez-la avec son propre lot.`,
  wrongNumber: (read: string): string =>
    `${read === '' ? 'Le numéro est vide' : `Le numéro ${quoted(read)} n'existe pas`}\u00a0: relisez ses six chiffres et sa lettre sur la copie.`,
  unknownNumber: (read: string): string => `Le numéro ${quoted(read)} n'est pas dans ce lot. Relisez-le sur la copie.`,
  twice: (read: string, line: number): string =>
    `Le numéro ${quoted(read)} est déjà à la ligne ${line}. Gardez une seule ligne par copie.`,
  file: unreadTable({
    lines: LINES,
    megabytes: 5,
    less: "envoyez un lot à la fois, d'après son modèle",
  }),
};

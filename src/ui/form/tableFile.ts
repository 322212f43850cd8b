import type { TableRefusal } from '../../platform/tables/readTable.ts';
import { defineFileField, type FileField } from './field.ts';

/** A table to choose: CSV, or a workbook. */
export function tableField(words: Pick<FileField, 'name' | 'label' | 'limits'>): FileField {
  return defineFileField({ ...words, accept: ['.csv', '.xlsx'] });
}

/** Why what was sent can't be read as a table; `tooBig`: more bytes than are taken. */
export type UnreadTable = TableRefusal | 'busy' | 'too-long' | 'tooBig';

/** What a room says of a table of its own, in words that end a sentence. */
type OfTable = {
  readonly lines: string;
  readonly megabytes: number;
  /** How somebody sends less. */
  readonly less: string;
  /** How the file is made anew. */
  readonly again?: string;
};

/** A sentence for each: what is wrong, that nothing was kept, the way out. */
export function unreadTable({ lines, megabytes, less, again }: OfTable): Readonly<Record<UnreadTable, string>> {
  const nothing = (fault: string, way: string): string => `${fault} Rien n'a été enregistré\u00a0: ${way}.`;
  return {
    empty: nothing('Ce fichier est vide.', 'choisissez celui qui a des lignes'),
    'not-a-table': nothing("Ce fichier n'est pas un tableau.", 'enregistrez-le en CSV ou en XLSX'),
    broken: nothing('Ce fichier ne se lit pas.', again ?? 'ouvrez-le, enregistrez-le de nouveau, puis envoyez-le'),
    'too-big': nothing(`Ce classeur est trop grand une fois ouvert (${lines} au plus).`, less),
    'too-many-lines': nothing(`Ce fichier a plus de ${lines}.`, less),
    'too-wide': nothing(
      "Une cellule est loin à droite du tableau, où rien n'est lu.",
      again ?? 'effacez les colonnes après la dernière, puis envoyez-le',
    ),
    busy: nothing('Trop de fichiers sont lus en ce moment.', 'renvoyez le vôtre dans une minute'),
    'too-long': nothing('Ce fichier demande trop de temps à lire.', less),
    tooBig: nothing(`Ce fichier dépasse ${megabytes}\u00a0Mo.`, less),
  };
}

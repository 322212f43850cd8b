import { wholeNumber } from '../ui/index.ts';
import type { Headings, LineFault, RoomColumn, RoomFault, TableFault } from './rules/lines.ts';

export const roomHeadings: Headings<RoomColumn> = {
  names: {
    code: 'Centre',
    name: 'Nom du centre',
    address: 'Adresse',
    postcode: 'Code postal',
    city: 'Commune',
    room: 'Salle',
    capacity: 'Places',
    accessible: 'Accessible',
    kinds: 'Équipements',
    stations: 'Postes',
  },
  optional: ['address', 'accessible', 'kinds', 'stations'],
};

/** « Ligne 12, Places : … » */
export function ofLine<Name extends string, Fault>(
  { line, column, fault }: LineFault<Name, Fault>,
  names: Readonly<Record<Name, string>>,
  inWords: (fault: Fault) => string,
): string {
  const place = [line === null ? null : `Ligne ${wholeNumber(line)}`, column === null ? null : names[column]];
  const said = place.filter((one) => one !== null).join(', ');
  return said === '' ? inWords(fault) : `${said}\u00a0: ${lower(inWords(fault))}`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** « la ligne 12 », or what stands there already. */
export function earlierLine(line: number | null, there: string): string {
  return line === null ? there : `la ligne ${wholeNumber(line)}`;
}

/** Ce qui ne va pas, la règle, et comment s'en sortir. */
export function tableFaultInWords(fault: TableFault): string {
  switch (fault.code) {
    case 'missing-column':
      return 'Cette colonne manque. Reprenez le modèle, ou ajoutez une colonne de ce nom.';
    case 'column-twice':
      return "Cette colonne est deux fois dans le tableau. N'en gardez qu'une.";
    case 'no-line':
      return 'Ajoutez au moins une ligne sous les titres des colonnes.';
    case 'empty':
      return "Rien n'est écrit. Remplissez cette case.";
    case 'too-long':
      return `Le texte est trop long. Écrivez-le en ${wholeNumber(fault.most)} caractères au plus.`;
  }
}

/** The same, of a centre or a room. */
export function roomFaultInWords(fault: RoomFault): string {
  switch (fault.code) {
    case 'centre-code':
      return 'Ce code ne convient pas. Écrivez de 1 à 20 lettres sans accent, chiffres ou tirets, par exemple LYC-1.';
    case 'postcode':
      return "Ce n'est pas un code postal. Écrivez cinq chiffres, par exemple 63000.";
    case 'capacity':
      return `Ce n'est pas un nombre de places. Écrivez un nombre entier de 1 à ${wholeNumber(fault.most)}.`;
    case 'stations':
      return `Ce n'est pas un nombre de postes. Écrivez un nombre entier de 1 à ${wholeNumber(fault.most)}, ou rien.`;
    case 'yes-or-no':
      return 'Écrivez oui ou non.';
    case 'centre-differs':
      return `La ligne ${wholeNumber(fault.earlier)} dit autre chose du même centre. Écrivez la même chose, ou laissez vide.`;
    case 'room-twice':
      return `Cette salle est déjà à ${earlierLine(fault.earlier, 'ce centre')}. Un centre n'a pas deux salles du même nom.`;
    default:
      return tableFaultInWords(fault);
  }
}

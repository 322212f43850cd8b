import { CAMILLE } from '../../src/accounts/demonstration.ts';
import type { Person } from '../people.ts';

/** People of the demonstration whose story is told: they can be signed in as, like its staff. */
const HOME = { postcode: '63000', city: 'Clermont-Ferrand', address: '3 rue des Puys', phone: '0612345678' };

function member(name: string, firstNames: string, birthName: string, civility: 'M' | 'MME', born: string): Person {
  return {
    address: `${name}@demo.registre.fr`,
    status: { ...CAMILLE, civility, birthName, firstNames, birthDate: Temporal.PlainDate.from(born) },
    home: HOME,
  };
}

/** Of the session that is open: under way, with a piece to give again; and somebody who stopped before the end. */
export const CAMILLE_OF_TODAY = member('camille', 'Camille Jeanne', 'Démonstration', 'MME', '1998-05-30');
export const LEA = member('lea', 'Léa', 'Brouillon', 'MME', '1997-02-11');
/** Has no mail box, and writes by the post. */
export const BY_LETTER = member('lettre', 'Yvonne', 'Parcourrier', 'MME', '1968-03-02');
/** Under reserve: he hasn't worked long enough yet. */
export const BASILE = member('basile', 'Basile', 'Sous-Réserve', 'M', '2000-01-15');
/** They ask for accommodations: one waits for the service, the other was granted a third of extra time. */
export const NOE = member('noe', 'Noé', 'Patience', 'M', '1999-10-07');
export const RAPHAEL = member('raphael', 'Raphaël', 'Tiers-Temps', 'M', '1993-04-18');
/** One person with two accounts, as far as their names and birth date say. */
export const TWINS = [
  member('manon.premier', 'Manon', 'Deuxcomptes', 'MME', '1992-08-29'),
  member('manon.second', 'Manon', 'Deuxcomptes', 'MME', '1992-08-29'),
] as const;
/** Of the session before: admitted; refused for one unit, which is contested; absent for a reason, who sits a unit again and whose new result is announced. */
export const INES = member('ines', 'Inès', 'Lauréat', 'MME', '1996-09-03');
export const YANIS = member('yanis', 'Yanis', 'Ajourné', 'M', '1995-12-24');
export const SOFIA = member('sofia', 'Sofia', 'Remplaçant', 'MME', '1994-06-21');
/** A baker who was absent all through, with others, and sits everything again before boards that are held now. */
export const LUCAS = member('lucas', 'Lucas', 'Secondefois', 'M', '1997-09-12');

export const YEAR_BEFORE = [INES, YANIS, SOFIA, LUCAS] as const;

/** What they have on their scripts, where it isn't drawn: one unit tells the story. */
export function toldMark(address: string, unit: string): string | undefined {
  if (address === INES.address) return '13';
  if (address === YANIS.address) return unit === 'U10' ? '6,5' : '9';
  if (address === SOFIA.address) return unit === 'U10' ? 'A' : unit === 'U10-R' ? '14' : '12';
  return undefined;
}

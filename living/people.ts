import { CAMILLE } from '../src/accounts/demonstration.ts';
import type { CivilStatus } from '../src/accounts/index.ts';
import { BEGINNINGS, COMMON, ENDINGS, FIRST, MIDDLES } from '../src/testing/names.ts';
import type { Draw } from './draw.ts';

/** Where they live: town and postcode, in the four departments of the first academy and beside them. */
export const TOWNS = [
  ['63000', 'Clermont-Ferrand'],
  ['63200', 'Riom'],
  ['63300', 'Thiers'],
  ['63500', 'Issoire'],
  ['03000', 'Moulins'],
  ['03100', 'Montluçon'],
  ['03200', 'Vichy'],
  ['15000', 'Aurillac'],
  ['15100', 'Saint-Flour'],
  ['43000', 'Le Puy-en-Velay'],
  ['43100', 'Brioude'],
  ['43200', 'Yssingeaux'],
] as const;
const STREETS = ['rue des Volcans', 'avenue de la Gare', 'place du Marché', 'chemin des Sources', 'impasse du Lavoir'];

export type Person = {
  readonly address: string;
  readonly status: CivilStatus;
  readonly home: { readonly postcode: string; readonly city: string; readonly address: string; readonly phone: string };
};

/** Somebody who doesn't exist: grown up on any day of a session, of a trade for four years and more. */
export function invent(rank: number, draw: Draw): Person {
  const surname = draw.share() < 0.3 ? draw.one(COMMON) : draw.one(BEGINNINGS) + draw.one(MIDDLES) + draw.one(ENDINGS);
  const [postcode, city] = draw.one(TOWNS);
  return {
    // A domain that belongs to nobody (RFC 2606).
    address: `candidat.${rank}@registre.example`,
    status: {
      ...CAMILLE,
      civility: draw.share() < 0.5 ? 'MME' : 'M',
      birthName: draw.share() < 0.1 ? `${surname}-${draw.one(COMMON)}` : surname,
      usageName: draw.share() < 0.15 ? draw.one(COMMON) : null,
      firstNames: draw.one(FIRST),
      birthDate: new Temporal.PlainDate(1966 + draw.whole(34), 1 + draw.whole(12), 1 + draw.whole(28)),
      birthCountry: draw.share() < 0.92 ? 'FR' : draw.one(['PT', 'MA', 'DZ', 'TR', 'RO']),
    },
    home: {
      postcode,
      city,
      address: `${1 + draw.whole(120)} ${draw.one(STREETS)}`,
      phone: `06${String(10_000_000 + draw.whole(89_999_999))}`,
    },
  };
}

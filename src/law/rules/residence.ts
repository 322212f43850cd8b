import { type CourtSeat, OVERSEAS, type Overseas, type Residence, type Where } from '../law.ts';

/** First figures of a postcode → where it is; the longest that fits is the one. Without one: the mainland and Corsica. */
const POSTCODES: readonly (readonly [string, Residence])[] = [
  ['97133', 'saint-barthelemy'],
  ['97150', 'saint-martin'],
  ['971', 'guadeloupe'],
  ['972', 'martinique'],
  ['973', 'guyane'],
  ['974', 'reunion'],
  ['975', 'saint-pierre-et-miquelon'],
  ['976', 'mayotte'],
  ['977', 'saint-barthelemy'],
  ['978', 'saint-martin'],
  ['984', 'terres-australes'],
  ['986', 'wallis-et-futuna'],
  ['987', 'polynesie-francaise'],
  ['988', 'nouvelle-caledonie'],
  // Monaco has a French postcode, and is another State.
  ['980', 'abroad'],
];

/** Where an address is, by its postcode; nobody knows it of who gave none: the mainland, whose delay is the shortest. */
export function residenceOf(postcode: string | null): Residence {
  return POSTCODES.find(([start]) => postcode?.startsWith(start))?.[1] ?? 'mainland';
}

/**
 * The months that distance adds (code de justice administrative, R421-7): one overseas where the court is in the mainland, two
 * abroad. What it says of a court overseas was not read: nothing is added on paper, a month before anybody is called late.
 */
export function monthsOfDistance({ seat, residence }: Where): { readonly printed: number; readonly atMost: number } {
  if (residence === 'abroad') return { printed: 2, atMost: 2 };
  if (!isOverseas(seat)) return isOverseas(residence) ? { printed: 1, atMost: 1 } : { printed: 0, atMost: 0 };
  return { printed: 0, atMost: residence === seat ? 0 : 1 };
}

function isOverseas(place: Residence | CourtSeat): place is Overseas {
  return OVERSEAS.some((one) => one === place);
}

/**
 * Where the administrative court of an academy sits: its holidays put off the last day. Those of which no source gives the
 * holidays can't be chosen.
 */
export const COURT_SEATS = [
  'mainland',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-barthelemy',
  'saint-martin',
] as const;

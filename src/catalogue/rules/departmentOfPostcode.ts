/** Postcodes of Guadeloupe's number that belong to the two islands that left it in 2007. */
const NORTHERN_ISLANDS: ReadonlyMap<string, string> = new Map([
  ['97133', '977'],
  ['97150', '978'],
]);

/**
 * The department whose number a postcode bears, or null when it bears none (Monaco, armies, a typing error). Corsica was one
 * department when postcodes were made: 200 and 201 are Corse-du-Sud, 202, 204 and 206 Haute-Corse. A few communes have a
 * neighbour's postcode: that is data (`borrowedPostcodes`), not this rule.
 */
export function departmentOfPostcode(postcode: string): string | null {
  const code = postcode.replace(/\s/g, '');
  if (!/^\d{5}$/.test(code)) return null;
  const island = NORTHERN_ISLANDS.get(code);
  if (island !== undefined) return island;
  if (/^20[01]/.test(code)) return '2A';
  if (/^20[246]/.test(code)) return '2B';
  if (/^(97[1-8]|98[678])/.test(code)) return code.slice(0, 3);
  return /^(0[1-9]|1\d|2[1-9]|[3-8]\d|9[0-5])/.test(code) ? code.slice(0, 2) : null;
}

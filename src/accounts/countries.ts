/** ISO 3166-1 alpha-2, without the places where nobody is born (bases and reserves), with Kosovo. */
const CODES =
  `AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH
  CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL
  GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
  LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR
  NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
  SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`.split(
    /\s+/,
  );

const names = new Intl.DisplayNames('fr', { type: 'region' });
const collator = new Intl.Collator('fr');

export type Country = { readonly code: string; readonly name: string };

/** France first, as most are born there; then in French order. */
export const COUNTRIES: readonly Country[] = CODES.map((code) => ({ code, name: names.of(code) ?? code })).toSorted(
  (a, b) => Number(b.code === 'FR') - Number(a.code === 'FR') || collator.compare(a.name, b.name),
);

const nameOf = new Map(COUNTRIES.map(({ code, name }) => [code, name]));

export function isCountry(code: string): boolean {
  return nameOf.has(code);
}

export function countryName(code: string): string {
  return nameOf.get(code) ?? code;
}

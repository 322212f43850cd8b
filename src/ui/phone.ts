import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { NBSP } from './french.ts';

/** The whole text is the number: none is looked for inside a sentence. */
const WHOLE = { defaultCountry: 'FR', extract: false } as const;

/** `06 12 34 56 78` for a French number, `+351 912 345 678` for another; what isn't a number stays as it is written. */
export function phoneInWords(number: string): string {
  const read = parsePhoneNumberFromString(number, WHOLE);
  if (read === undefined) return number;
  const words = read.countryCallingCode === '33' ? read.formatNational() : read.formatInternational();
  return words.replaceAll(' ', NBSP);
}

/** `tel:+33612345678` (RFC 3966). */
export function phoneAddress(number: string): string {
  return parsePhoneNumberFromString(number, WHOLE)?.getURI() ?? `tel:${number.replace(/[^\d+]/g, '')}`;
}

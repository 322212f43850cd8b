import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { NBSP } from '../platform/french/french.ts';
import { createRecent } from '../platform/memory.ts';

/** The whole text is the number: none is looked for inside a sentence. */
const WHOLE = { defaultCountry: 'FR', extract: false } as const;

/** The offices' own numbers stand on every page: each is read once. */
const words = createRecent<string, string>(1000);
const addresses = createRecent<string, string>(1000);

/** `06 12 34 56 78` for a French number, `+351 912 345 678` for another; what isn't a number stays as it is written. */
export function phoneInWords(number: string): string {
  return words(number, () => inWords(number));
}

function inWords(number: string): string {
  const read = parsePhoneNumberFromString(number, WHOLE);
  if (read === undefined) return number;
  const spaced = read.countryCallingCode === '33' ? read.formatNational() : read.formatInternational();
  return spaced.replaceAll(' ', NBSP);
}

/** `tel:+33612345678` (RFC 3966). */
export function phoneAddress(number: string): string {
  return addresses(
    number,
    () => parsePhoneNumberFromString(number, WHOLE)?.getURI() ?? `tel:${number.replace(/[^\d+]/g, '')}`,
  );
}

/** 23 letters, none that is taken for another or for a figure; prime, so that any wrong figure, or two swapped, shows. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
/** Six figures: a session of 12,000 scripts uses one number in eighty. */
export const SERIALS = 1_000_000;

/** `482917` gives `482917R`: drawn at chance, so that nothing of the candidate is in it. */
export function anonymousNumber(serial: number): string {
  const digits = String(serial).padStart(6, '0');
  return digits + letterOf(digits);
}

/** As typed, with spaces, hyphens or a small letter; null where the letter doesn't fit. */
export function readAnonymousNumber(typed: string): string | null {
  const compact = typed.toUpperCase().replace(/[\s\u00a0\u202f\-–.]/g, '');
  if (!/^\d{6}[A-Z]$/.test(compact)) return null;
  const digits = compact.slice(0, 6);
  return letterOf(digits) === compact.slice(6) ? compact : null;
}

/** `482 917 R` */
export function showNumber(number: string): string {
  return `${number.slice(0, 3)}\u00a0${number.slice(3, 6)}\u00a0${number.slice(6)}`;
}

function letterOf(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = (sum * 2 + Number(digit)) % LETTERS.length;
  return LETTERS.charAt(sum);
}

/** 23 letters, none that is taken for another or for a figure. 23 is prime: any one wrong figure, or two swapped, shows. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/**
 * `BP24` and 127 give `BP24-00127-K`: the session's prefix, a number never used twice in the session, a check letter over
 * both.
 */
export function enrolmentNumber(prefix: string, serial: number): string {
  const digits = String(serial).padStart(5, '0');
  return `${prefix}-${digits}-${checkLetter(prefix + digits)}`;
}

/** Reads a number as typed (spaces, lower case, no hyphens), or null when no session has its prefix or its check letter doesn't fit. */
export function readEnrolmentNumber(typed: string, prefixes: readonly string[]): string | null {
  const compact = typed.toUpperCase().replace(/[\s\-–.]/g, '');
  for (const prefix of prefixes) {
    const found = compact.startsWith(prefix) ? /^(\d{5,9})([A-Z])$/.exec(compact.slice(prefix.length)) : null;
    const [, digits, letter] = found ?? [];
    if (digits !== undefined && checkLetter(prefix + digits) === letter) return `${prefix}-${digits}-${letter}`;
  }
  return null;
}

function checkLetter(text: string): string {
  let sum = 0;
  for (const character of text) sum = (sum * 2 + Number.parseInt(character, 36)) % LETTERS.length;
  return LETTERS.charAt(sum);
}

export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** 1 to 12 for the name of a month, however it is accented or cut (`fevrier`, `sept.`); null if it is none. */
export function monthOfName(name: string): number | null {
  const bare = bareLetters(name);
  if (bare.length < 3) return null;
  const found = MONTHS.flatMap((month, index) => (bareLetters(month).startsWith(bare) ? [index + 1] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function bareLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
}

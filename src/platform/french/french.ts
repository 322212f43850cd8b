/** No-break space, before `: ; ! ?`, inside « » and between a number and its word. */
export const NBSP = '\u00a0';
/** Narrow no-break space, between the thousands of a number. */
export const NARROW_NBSP = '\u202f';

/** `4 pièces`, `1 pièce`, `0 pièce`: in French the plural begins at two. */
export function plural(count: number, one: string, many: string): string {
  return `${wholeNumber(count)}${NBSP}${Math.abs(count) < 2 ? one : many}`;
}

/** `L'académie…`, `Session 2024`: the first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a, b et c`. */
export function listing(items: readonly string[], last: 'et' | 'ou' = 'et'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** `1er`, `1re` in the feminine, then `2e`, `3e`. */
export function ordinal(rank: number, gender: 'masculine' | 'feminine' = 'masculine'): string {
  if (rank !== 1) return `${rank}e`;
  return gender === 'feminine' ? '1re' : '1er';
}

/** `12 345`, with narrow no-break spaces. */
export function wholeNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, NARROW_NBSP);
}

/** `10,4`. `decimals` fixes the number of figures after the comma. */
export function decimalComma(value: number, decimals?: number): string {
  const [whole = '', fraction] = (decimals === undefined ? String(value) : value.toFixed(decimals)).split('.');
  return fraction === undefined
    ? wholeNumber(Number(whole))
    : `${whole.replace(/\B(?=(\d{3})+$)/g, NARROW_NBSP)},${fraction}`;
}

/** A mark, counted in half points, as it is read: 21 gives `10,5`, 20 gives `10`. */
export function markInWords(halfPoints: number): string {
  return decimalComma(halfPoints / 2);
}

/** `d'Élodie`, `de Paul`, `d'Hélène`, `de Yann`: the h of names is taken as mute. */
export function withDe(word: string): string {
  const bare = word.normalize('NFD').replace(/\p{Mn}/gu, '');
  return /^([aeiouhœæ]|y[^aeiouy])/i.test(bare) ? `d'${word}` : `de ${word}`;
}

/** `à l'académie de Lyon`, `au vice-rectorat`: to whom one turns. */
export function withA(whom: string): string {
  return whom.replace(/^(le |les )?/, (article) => (article === 'le ' ? 'au ' : article === 'les ' ? 'aux ' : 'à '));
}

/** `« le mot »`, with the spaces inside that never break. */
export function quoted(text: string): string {
  return `«${NBSP}${text}${NBSP}»`;
}

/** A file's size as the notice says it: `5 Mo`, `780 ko`. Mega are 1024², as the limit of the notice is counted. */
export function fileSize(bytes: number): string {
  const kilo = bytes / 1024;
  if (kilo < 1) return plural(bytes, 'octet', 'octets');
  if (kilo < 1000) return `${Math.round(kilo)}${NBSP}ko`;
  return `${decimalComma(Math.round((kilo / 1024) * 10) / 10)}${NBSP}Mo`;
}

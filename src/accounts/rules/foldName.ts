/**
 * A name without what people type differently: accents, capitals, apostrophes, hyphens, ligatures. `D'Ûrville-Nuñez` gives
 * `durville nunez`. The function `office_fold` of the database does the same (a test compares the two).
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[øłđ]/g, (letter) => ({ ø: 'o', ł: 'l', đ: 'd' })[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

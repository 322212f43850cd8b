/** Do two texts say the same, whatever the spaces? A form gives plain spaces for no-break ones. */
export function sameWords(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

/** Do two texts of several lines say the same, line by line? */
export function sameLines(a: string, b: string): boolean {
  const lines = (text: string): string => text.trim().split('\n').map(bare).join('\n');
  return lines(a) === lines(b);
}

/** French spaces: one that never breaks before `: ; ! ?` and inside « ». */
export function typographic(text: string): string {
  return text.replace(/ (?=[:;!?»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

/** The lines of a text, without the empty ones. */
export function linesIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/** `Été 2027` gives `ete-2027`, for codes and names of files. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Is it the same, typed twice? The notice's confirmation is there to catch typing errors: capitals, spaces and the shape of
 * an apostrophe or hyphen are none.
 */
export function isRetyped(first: string, again: string): boolean {
  return folded(first) === folded(again);
}

function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-']) ?/g, '$1')
    .trim()
    .toLocaleLowerCase('fr');
}

/** What some HTML says, as one line of ordinary spaces. */
export function wordsIn(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

/** What a page says of its own, without what stands around it. */
export function words(page: string): string {
  return wordsIn(/<main.*<\/main>/s.exec(page)?.[0] ?? page);
}

/** A French text as it is typed: its no-break spaces plain ones. */
export function plainSpaces(text: string | undefined): string {
  return (text ?? '').replaceAll('\u00a0', ' ');
}

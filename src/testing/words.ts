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

/** What the first field of that name holds, as it stands in the page; '' without one, or where all are empty. */
export function fieldOn(html: string, name: string): string {
  return fieldsOn(html, name)[0] ?? '';
}

/** What each field of that name holds, in the order of the page; empty ones are left out. */
export function fieldsOn(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(` name="${name}" value="([^"]+)"`, 'g'))].map(([, value = '']) => value);
}

/** What the forms of a page send beside what somebody fills in, by name. */
export function hiddenOn(html: string): Record<string, string> {
  const fields = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}

/** A piece of a mail's text: words, or a link that can be followed. */
export type MailPart = { readonly text: string; readonly href: string | null };

const LINK = /https?:\/\/[^\s<>"'«»]+/g;

/** Paragraphs are apart by blank lines; line ends inside one are kept. */
export function paragraphsOf(body: string): readonly (readonly (readonly MailPart[])[])[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n').map((line) => partsOf(line.trim())));
}

function partsOf(line: string): readonly MailPart[] {
  const parts: MailPart[] = [];
  let end = 0;
  for (const found of line.matchAll(LINK)) {
    const href = found[0].replace(/[.,;:!?)]+$/, '');
    if (!URL.canParse(href)) continue;
    if (found.index > end) parts.push({ text: line.slice(end, found.index), href: null });
    parts.push({ text: href, href });
    end = found.index + href.length;
  }
  if (end < line.length) parts.push({ text: line.slice(end), href: null });
  return parts;
}

/** A link to our own site stays on the host that shows the mail (`localhost` or another name of it). */
export function localHref(href: string, publicUrl: URL): string {
  const url = new URL(href);
  return url.origin === publicUrl.origin ? `${url.pathname.replace(/^\/+/, '/')}${url.search}${url.hash}` : href;
}

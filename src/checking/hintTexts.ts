import type { PageHint } from '../platform/documents/hints.ts';

const list = new Intl.ListFormat('fr');

/** « Peut-être », always: a machine measured it, a person sees it. */
const words = {
  blurred: 'floue',
  dark: 'trop sombre',
  glare: 'cachée par un reflet',
  small: 'trop petite',
  blank: 'vide',
} satisfies Readonly<Record<PageHint['finding'], string>>;

/** « Peut-être floue (page 2). » One calm line beside the document; null: nothing to say. `pages`: of the whole file; `repeats`: it was refused before, as it is. */
export function hintsInWords(
  hints: readonly PageHint[],
  pages: number | null,
  twins: readonly string[],
  repeats = false,
): string | null {
  const said = [...Map.groupBy(hints, ({ finding }) => finding)].map(([finding, found]) =>
    pages === 1 ? words[finding] : `${words[finding]} (${pagesInWords(found.map(({ page }) => page))})`,
  );
  const lines = [
    ...(said.length === 0 ? [] : [`Peut-être ${said.join(', ')}.`]),
    ...(repeats ? ['Ce fichier est le même que celui qui a été refusé.'] : []),
    ...(twins.length === 0 ? [] : [`Le même fichier est déposé pour ${list.format(twins)}.`]),
  ];
  return lines.length === 0 ? null : lines.join(' ');
}

function pagesInWords(pages: readonly number[]): string {
  return `${pages.length === 1 ? 'page' : 'pages'}\u00a0${list.format(pages.map(String))}`;
}

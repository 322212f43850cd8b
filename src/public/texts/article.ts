import type { Academy } from '../../catalogue/index.ts';

/** A long text as data: paragraphs, lists and links. Drawn by `pages/article.tsx`. */
export type Words = string | readonly (string | { readonly text: string; readonly href: string })[];
export type ArticleBlock =
  | Words
  | { readonly list: readonly Words[] }
  | { readonly steps: readonly Words[] }
  | { readonly facts: readonly Fact[] }
  /** What few read, under a sentence that says what it holds. */
  | { readonly folded: string; readonly blocks: readonly ArticleBlock[] };
type Fact = { readonly label: string; readonly value: Words };
export type ArticlePart = { readonly id: string; readonly title: string; readonly blocks: readonly ArticleBlock[] };

/** A line of each academy's file, as it stands; which academy, where several share the page. None where the file has none. */
export function ofEach(
  academies: readonly Academy[],
  label: string,
  linesOf: (academy: Academy) => readonly string[],
): readonly Fact[] {
  return academies.flatMap((academy) => {
    const lines = linesOf(academy);
    const whose = academies.length === 1 ? label : `${label} (${academy.name})`;
    return lines.length === 0 ? [] : [{ label: whose, value: lines.join(', ') }];
  });
}

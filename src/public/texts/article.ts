/** A long text as data: paragraphs, lists and links. Drawn by `pages/article.tsx`. */
export type Words = string | readonly (string | { readonly text: string; readonly href: string })[];
export type Block =
  | Words
  | { readonly list: readonly Words[] }
  | { readonly steps: readonly Words[] }
  | { readonly facts: readonly { readonly label: string; readonly value: Words }[] };
export type ArticlePart = { readonly id: string; readonly title: string; readonly blocks: readonly Block[] };

import type { JSX } from 'preact';
import { texts } from '../texts.ts';

/** Before and after, with where one is. `page` begins at 1. Nothing when all fits on one page. */
export function Pagination(props: {
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
}): JSX.Element | null {
  const { page, pages, href } = props;
  if (pages < 2) return null;
  return (
    <nav class="pagination" aria-label={texts.components.pagination}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {texts.components.previousPage}
        </a>
      )}
      <span aria-current="page">{texts.components.pageOf(page, pages)}</span>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          {texts.components.nextPage}
        </a>
      )}
    </nav>
  );
}

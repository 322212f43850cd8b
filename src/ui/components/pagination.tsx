import type { JSX } from 'preact';
import { texts } from '../texts.ts';

/** Before and after, with where one is. `page` begins at 1. Nothing when all fits on one page. `more`: how many pages isn't known. */
export function Pagination(props: {
  readonly page: number;
  readonly pages: number | { readonly more: boolean };
  readonly href: (page: number) => string;
}): JSX.Element | null {
  const { page, pages, href } = props;
  const more = typeof pages === 'number' ? page < pages : pages.more;
  if (page === 1 && !more) return null;
  return (
    <nav class="pagination" aria-label={texts.components.pagination}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {texts.components.previousPage}
        </a>
      )}
      <span aria-current="page">
        {typeof pages === 'number' ? texts.components.pageOf(page, pages) : texts.components.page(page)}
      </span>
      {more && (
        <a href={href(page + 1)} rel="next">
          {texts.components.nextPage}
        </a>
      )}
    </nav>
  );
}

// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on phones takes the roles of a table away in older Safari; written out, they stay
import type { ComponentChildren, JSX } from 'preact';

export type Column = {
  readonly label: string;
  /** Figures are aligned at the right. */
  readonly figures?: boolean;
  /** No wider than its longest value, which stands on one line where there is room. */
  readonly narrow?: boolean;
  /** Sentences that say by themselves what they are: on phones without the label of their column. */
  readonly plain?: boolean;
};

/** With more columns than this a table scrolls sideways inside its own region where the window is too narrow for it. */
const MANY = 5;

export type TableProps = {
  readonly caption: string;
  /** Where no title above says the same; it is said in any case. */
  readonly captionShown?: boolean;
  /** A column is its label where nothing else is to be said of it. */
  readonly columns: readonly (Column | string)[];
  /** Each row has one cell a column; the first is its heading. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
  /** Long tables of figures scroll sideways instead of becoming stacked rows on phones. */
  readonly scrolls?: boolean;
  /** On phones the cells of a row follow each other as one sentence: for long lists of short values. */
  readonly compact?: boolean;
};

/** A table that becomes stacked rows on phones, or that scrolls sideways. */
export function Table(props: TableProps): JSX.Element {
  const { caption, captionShown = false, rows, scrolls = false, compact = false } = props;
  const columns = props.columns.map((column) => (typeof column === 'string' ? { label: column } : column));
  const table = (
    <table class={scrolls ? undefined : compact ? 'stacks compact' : 'stacks'} role="table">
      <caption class={captionShown ? undefined : 'unseen'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.label} scope="col" role="columnheader" class={kindOf(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} role="row">
            {columns.map((column, index) => cell(column, row.cells[index], index))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  // A region that scrolls takes the focus, so that the keyboard can move it; a program can't know how wide the window is.
  return scrolls || columns.length > MANY ? (
    <section class="scrolls" tabindex={0} aria-label={caption}>
      {table}
    </section>
  ) : (
    table
  );
}

function cell(column: Column, content: ComponentChildren, index: number): JSX.Element {
  const kind = kindOf(column);
  if (index === 0) {
    return (
      <th key={column.label} scope="row" role="rowheader" class={kind}>
        {content}
      </th>
    );
  }
  return (
    <td key={column.label} role="cell" class={kind} data-label={column.label}>
      {content}
    </td>
  );
}

function kindOf({ figures, narrow, plain }: Column): string | undefined {
  return [figures && 'figures', narrow && 'narrow', plain && 'plain'].filter(Boolean).join(' ') || undefined;
}

// biome-ignore-all lint/a11y/noRedundantRoles: `display` on phones takes the roles of a table away in older Safari; written out, they stay
import type { ComponentChildren, JSX } from 'preact';

/** One unit, as a line of a transcript. */
export type TranscriptRow = {
  readonly key: string;
  readonly title: ComponentChildren;
  /** In words where no source gives it. */
  readonly coefficient: string;
  /** Under each of the columns of the page. */
  readonly cells: readonly ComponentChildren[];
  /** What becomes of the unit; null: the page has no such column. */
  readonly meaning: ComponentChildren;
};

/**
 * Units as on the transcript: unit, coefficient, then what the page asks or says of each, then what it comes to. On a phone a row is three
 * short lines.
 */
export function TranscriptTable(props: {
  readonly caption: string;
  readonly columns: {
    readonly unit: string;
    readonly coefficient: string;
    readonly cells: readonly string[];
    readonly meaning: string;
  };
  readonly rows: readonly TranscriptRow[];
}): JSX.Element {
  const { unit, coefficient, cells, meaning } = props.columns;
  return (
    <table class="transcript" role="table">
      <caption class="unseen">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {[unit, coefficient, ...cells, meaning].map((label) => (
            <th key={label} scope="col" role="columnheader">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <tr key={row.key} role="row" data-unit={row.key}>
            <th scope="row" role="rowheader">
              {row.title}
            </th>
            <td role="cell" class="coefficient" data-label={coefficient}>
              {row.coefficient}
            </td>
            {cells.map((label, index) => (
              <td key={label} role="cell" class="entry" data-label={label}>
                {row.cells[index]}
              </td>
            ))}
            <td role="cell" class="meaning">
              {row.meaning}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

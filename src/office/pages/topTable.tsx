import type { JSX } from 'preact';
import { Details, Table, type TableProps } from '../../ui/index.ts';
import { dashboardTexts as say } from '../dashboard/dashboardTexts.ts';

/** Lines that are read at one glance, and are printed. */
export const TOP = 4;

/** The first lines of a list, and the others folded under them. */
export function TopTable({ rows, top = TOP, ...table }: TableProps & { readonly top?: number }): JSX.Element {
  const rest = rows.slice(top);
  return (
    <>
      <Table {...table} rows={rows.slice(0, top)} compact />
      {rest.length > 0 && (
        <Details summary={say.others(rest.length)}>
          <Table {...table} caption={say.rest(table.caption)} rows={rest} compact />
        </Details>
      )}
    </>
  );
}

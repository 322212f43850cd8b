import type { Result } from '../result.ts';
import { readTable, type Table, type TableRefusal } from './readTable.ts';

export type ReadOrder = { readonly bytes: Uint8Array };
export type ReadAnswer = Result<Table, TableRefusal>;

/** What the thread does: one table, read whole. */
export default function work({ bytes }: ReadOrder): Promise<ReadAnswer> {
  return readTable(Buffer.from(bytes));
}

import { type CopiedCatalogue, catalogueOf } from '../../catalogue/index.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { readCsv } from '../../platform/tables/readCsv.ts';
import { readTable, type Table, type TableRefusal } from '../../platform/tables/readTable.ts';
import { MOST } from '../former.ts';
import { lineRules } from '../knownSpecialities.ts';
import { type FileRead, type FileReading, type NumberedLine, readFile } from '../rules/readFile.ts';

export type FormerOrder = {
  readonly bytes: Uint8Array;
  readonly catalogue: CopiedCatalogue;
  /** ISO. */
  readonly today: string;
};

/** What a file says. `parts`: its lines, some thousands in each, as the JSON that the database reads; none where one is wrong. */
export type FormerFile = { readonly read: FileRead; readonly parts: readonly string[] };
export type FormerAnswer = Result<FormerFile, TableRefusal>;

/** What the thread does: one file, a workbook whole, a CSV some lines at once. */
export default async function work(order: FormerOrder): Promise<FormerAnswer> {
  const bytes = Buffer.from(order.bytes);
  const reading = readFile(lineRules(catalogueOf(order.catalogue), Temporal.PlainDate.from(order.today)));
  const parts: string[] = [];
  const take = async (rows: Table): Promise<void> => {
    const part = partOf(reading, rows);
    if (part !== null) parts.push(part);
  };
  const isWorkbook = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const table = isWorkbook ? await readTable(bytes) : await readCsv(bytes, MOST.lines + 2, take);
  if (!table.ok) return refuse(table.error);
  if (table.value !== null) await take(table.value);
  const read = reading.end();
  return ok({ read, parts: read.faultCount === 0 ? parts : [] });
}

/** A file with a fault is refused whole: what follows is read for its faults alone. */
function partOf(reading: FileReading, rows: Table): string | null {
  const lines = rows.map(reading.read).filter((line): line is NumberedLine => line !== null);
  return lines.length === 0 || reading.isFaulty() ? null : JSON.stringify(lines);
}

import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
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
  /** Takes the lines, some thousands in each part, as the JSON that the database reads, and answers each once it wants the next. */
  readonly port: MessagePort;
};

export type FormerAnswer = Result<FileRead, TableRefusal>;

/** What the thread does: one file, a workbook whole, a CSV some lines at once. It reads the next while one is being taken. */
export default async function work({ bytes, catalogue, today, port }: FormerOrder): Promise<FormerAnswer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reading = readFile(lineRules(catalogueOf(catalogue), Temporal.PlainDate.from(today)));
  let taken: Promise<readonly unknown[]> | null = null;
  const give = async (rows: Table): Promise<void> => {
    const part = partOf(reading, rows);
    if (part === null) return;
    if (taken !== null) await taken;
    taken = once(port, 'message');
    port.postMessage(part);
  };
  try {
    const isWorkbook = file.subarray(0, 2).toString('latin1') === 'PK';
    const table = isWorkbook ? await readTable(file) : await readCsv(file, MOST.lines + 2, give);
    if (!table.ok) return refuse(table.error);
    if (table.value !== null) await give(table.value);
    if (taken !== null) await taken;
    return ok(reading.end());
  } finally {
    port.close();
  }
}

/** A file with a fault is refused whole: what follows is read for its faults alone. */
function partOf(reading: FileReading, rows: Table): string | null {
  const lines = rows.map(reading.read).filter((line): line is NumberedLine => line !== null);
  return lines.length === 0 || reading.isFaulty() ? null : JSON.stringify(lines);
}

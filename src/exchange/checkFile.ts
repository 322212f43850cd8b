import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { type ExportFault, MOST_FAULTS } from './exchange.ts';
import { createCheck } from './rules/checkExport.ts';

export type Checked = { readonly lines: number; readonly faults: readonly ExportFault[]; readonly count: number };

/** All that is wrong with lines as they come; the faults after the first two hundred are only counted. */
export async function checkLines(lines: AsyncIterable<readonly string[]>): Promise<Checked> {
  const check = createCheck();
  const faults: ExportFault[] = [];
  let [count, read] = [0, 0];
  const keep = (found: readonly ExportFault[]): void => {
    count += found.length;
    faults.push(...found.slice(0, Math.max(0, MOST_FAULTS - faults.length)));
  };
  for await (const line of lines) {
    read += 1;
    keep(check.line(line));
  }
  keep(check.end());
  return { lines: read, faults, count };
}

/** A file of a disk, of any size. Fails where it can't be read. */
export function checkFile(path: string): Promise<Checked> {
  const rows = parse({ bom: true, delimiter: ';', relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true });
  createReadStream(path)
    .on('error', (error) => rows.destroy(error))
    .pipe(rows);
  return checkLines(rows);
}

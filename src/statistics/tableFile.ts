import { file, type Reply } from '../platform/http/visit.ts';
import { csvOf, type Lines } from '../platform/tables/csv.ts';
import { xlsxOf } from '../platform/tables/xlsx.ts';
import type { TableSheet } from './files.ts';

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: (_: string, lines: Lines) => csvOf(lines) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (title: string, lines: Lines) => xlsxOf(title, lines),
  },
} as const;

/** A table as a file of this name, without its ending; null: there is no such format. Some thousand lines at most: held in memory without harm. */
export async function tableFile(
  sheet: TableSheet,
  title: string,
  name: string,
  format: string | undefined,
): Promise<Reply | null> {
  if (format !== 'csv' && format !== 'xlsx') return null;
  const { type, write } = FORMATS[format];
  const lines = async function* (): Lines {
    yield* sheet;
  };
  const content = Buffer.concat(await Array.fromAsync<Uint8Array>(write(title, lines())));
  return file(content, type, `${name}.${format}`, 'attachment', content.length);
}

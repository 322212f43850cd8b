import { csvOf, type Lines } from '../platform/tables/csv.ts';
import { xlsxOf } from '../platform/tables/xlsx.ts';
import { exportTexts as say } from './texts.ts';

/** In which forms a list is given. */
export const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', name: 'CSV', write: csvOf },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: 'XLSX',
    write: (lines: Lines) => xlsxOf(say.sheet, lines),
  },
} as const;

export type Format = keyof typeof FORMATS;

export function formatOf(text: unknown): Format | null {
  return text === 'csv' || text === 'xlsx' ? text : null;
}

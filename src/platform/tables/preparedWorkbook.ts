import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ok, type Result } from '../result.ts';
import { type SheetRefusal, type SheetSize, withoutEmptyCells } from './sheetCells.ts';

/** Whatever the name of the part. */
const SHEET = 'sheetData';
/** A cell that holds a formula or a fault of one (`t="e"`): its attributes, its formula, its value. */
const CELL =
  /<c\b([^<>]*)>(?:\s*<f\b[^<>]*?(?:\/>|>[^<]*<\/f>))?\s*(?:<v\s*\/>|<v(?:\s[^<>]*)?>([^<]*)<\/v>)?\s*<\/c>/g;
/** What a spreadsheet shows where a formula has no value yet. */
const NO_VALUE = '#N/A';

/**
 * The same workbook without its empty cells (`withoutEmptyCells`), and where a formula that went wrong (`#DIV/0!`) or was never computed is the
 * text that the spreadsheet shows. The library reads nothing there, and a mark that somebody believes to have sent would be taken for one that
 * isn't there. For a workbook whose parts were counted.
 */
export function preparedWorkbook(bytes: Buffer, size: SheetSize): Result<Buffer, SheetRefusal> {
  const parts = unzipSync(bytes);
  let changed = false;
  for (const [name, part] of Object.entries(parts)) {
    if (!Buffer.from(part.buffer, part.byteOffset, part.length).includes(SHEET)) continue;
    const before = strFromU8(part);
    const filled = withoutEmptyCells(before, size);
    if (!filled.ok) return filled;
    const after = filled.value.replace(CELL, shown);
    if (after === before) continue;
    parts[name] = strToU8(after);
    changed = true;
  }
  return ok(changed ? Buffer.from(zipSync(parts, { level: 0 })) : bytes);
}

function shown(cell: string, attributes: string, value: string | undefined): string {
  const isFault = /\bt="e"/.test(attributes);
  const isUncomputed = cell.includes('<f') && (value ?? '') === '' && !/\bt="str"/.test(attributes);
  if (!isFault && !isUncomputed) return cell;
  return `<c${attributes.replace(/\s*\bt="[^"]*"/, '')} t="str"><v>${value === undefined || value === '' ? NO_VALUE : value}</v></c>`;
}

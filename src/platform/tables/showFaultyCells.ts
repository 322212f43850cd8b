import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** A cell that holds a formula or a fault of one (`t="e"`): its attributes, its formula, its value. */
const CELL = /<c\b([^>]*)>(?:\s*<f\b[^>]*?(?:\/>|>[^<]*<\/f>))?\s*(?:<v\s*\/>|<v(?:\s[^>]*)?>([^<]*)<\/v>)?\s*<\/c>/g;
/** What a spreadsheet shows where a formula has no value yet. */
const NO_VALUE = '#N/A';

/**
 * The same workbook, where a formula that went wrong (`#DIV/0!`) or was never computed is the text that the spreadsheet shows. The library
 * reads nothing there, and a mark that somebody believes to have sent would be taken for one that isn't there. For a workbook whose parts
 * were counted.
 */
export function showFaultyCells(bytes: Buffer): Buffer {
  const sheets = Object.entries(unzipSync(bytes, { filter: ({ name }) => SHEET.test(name) })).flatMap(([name, xml]) => {
    const before = strFromU8(xml);
    const after = before.replace(CELL, shown);
    return after === before ? [] : [[name, strToU8(after)] as const];
  });
  if (sheets.length === 0) return bytes;
  return Buffer.from(zipSync({ ...unzipSync(bytes), ...Object.fromEntries(sheets) }, { level: 0 }));
}

function shown(cell: string, attributes: string, value: string | undefined): string {
  const isFault = /\bt="e"/.test(attributes);
  const isUncomputed = cell.includes('<f') && (value ?? '') === '' && !/\bt="str"/.test(attributes);
  if (!isFault && !isUncomputed) return cell;
  return `<c${attributes.replace(/\s*\bt="[^"]*"/, '')} t="str"><v>${value === undefined || value === '' ? NO_VALUE : value}</v></c>`;
}

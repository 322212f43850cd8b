import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { fromBuffer, type ZipFile } from 'yauzl';
import { ok, type Result, refuse } from '../result.ts';
import { preparedWorkbook } from './preparedWorkbook.ts';

/** A table that somebody sends: its lines, each cell as text. The first line of the file is the first here. */
export type Table = readonly (readonly string[])[];

/** `not-a-table`: neither a workbook nor a text; `broken`: begins like one, and can't be read; `too-big`, `too-many-lines`: beyond a budget; `too-wide`: a cell where no table has one. */
export type TableRefusal = 'empty' | 'not-a-table' | 'broken' | 'too-big' | 'too-many-lines' | 'too-wide';

/** Of one table; bytes are those of the whole workbook once unpacked, counted while they come out. */
export const TABLE = { lines: 5_000, columns: 60, characters: 1_000, unpacked: 30_000_000, parts: 300 } as const;

/** Columns: a workbook's cells beyond, and a line of a text with more than any spreadsheet has, are a mistake or worse. */
const WIDEST = { workbook: 1_000, text: 16_384 } as const;

/** Of a text, to see what separates its cells. */
const BEGINNING = 64_000;

/** Reads CSV or XLSX by what is in it, whatever its name. For a thread of its own: a workbook weighs more than it says. */
export async function readTable(bytes: Buffer): Promise<Result<Table, TableRefusal>> {
  if (bytes.length === 0) return refuse('empty');
  const read = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await readWorkbook(bytes) : readText(bytes);
  if (!read.ok) return read;
  const table = withoutEnd(read.value);
  if (table.length === 0) return refuse('empty');
  if (table.length > TABLE.lines) return refuse('too-many-lines');
  return ok(table);
}

async function readWorkbook(bytes: Buffer): Promise<Result<Table, TableRefusal>> {
  const size = await sizeOf(bytes);
  if (!size.ok) return size;
  try {
    const prepared = preparedWorkbook(bytes, { lines: TABLE.lines, widest: WIDEST.workbook });
    if (!prepared.ok) return prepared;
    const rows = await readSheet(prepared.value);
    return ok(rows.slice(0, TABLE.lines + 1).map((row) => row.slice(0, TABLE.columns).map((cell) => inText(cell))));
  } catch {
    return refuse('broken');
  }
}

/** Without its empty lines at the end, which spreadsheets leave. */
function withoutEnd(table: Table): Table {
  const last = table.findLastIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  return table.slice(0, last + 1);
}

/** A day as it is read in France, an hour without a day by itself. Spreadsheets count both in days, of no zone. */
function inText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return cell.slice(0, TABLE.characters + 1);
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return '';
  const iso = cell.toISOString();
  const [day = '', time = ''] = iso.split('T');
  const hour = time.slice(0, 5);
  if (Number(day.slice(0, 4)) < 1901) return hour;
  const written = day.split('-').reverse().join('/');
  return hour === '00:00' ? written : `${written} ${hour}`;
}

function readText(bytes: Buffer): Result<Table, TableRefusal> {
  const read = textIn(bytes);
  if (!read.ok) return read;
  const { text, delimiter } = read.value;
  try {
    const rows: unknown = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: TABLE.columns * TABLE.characters,
      to: TABLE.lines + 1,
    });
    // Lines of texts, unless it is told otherwise.
    const lines = rows as readonly (readonly string[])[];
    return ok(lines.map((cells) => cells.slice(0, TABLE.columns).map((cell) => cell.slice(0, TABLE.characters + 1))));
  } catch {
    return refuse('broken');
  }
}

/** A text and what separates its cells; the parser takes seconds for one line of a million. */
export function textIn(
  bytes: Buffer,
): Result<{ readonly text: string; readonly delimiter: string }, 'not-a-table' | 'too-wide'> {
  const text = decoded(bytes);
  if (text === null) return refuse('not-a-table');
  const delimiter = delimiterOf(text.slice(0, BEGINNING));
  return isTooWide(text, delimiter) ? refuse('too-wide') : ok({ text, delimiter });
}

/** Lines end as the first does. */
function isTooWide(text: string, delimiter: string): boolean {
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  let lineEnd = -1;
  let columns = 0;
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 1)) {
    if (at > lineEnd) {
      const next = text.indexOf(end, at);
      lineEnd = next === -1 ? text.length : next;
      columns = 0;
    }
    columns += 1;
    if (columns > WIDEST.text) return true;
  }
  return false;
}

/** UTF-8, or what French spreadsheets write without saying so. A NUL is in no text. */
function decoded(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Lines looked at to see what separates cells. */
const LOOKED_AT = 100;

/**
 * What cuts most lines into the same number of cells; of two that do, what makes more. The first line alone says little: lists of other
 * systems begin with a title, in which commas are commas, and marks have decimals.
 */
function delimiterOf(text: string): string {
  const lines = text
    .split(/\r\n|\n|\r/, LOOKED_AT)
    .map((one) => one.replace(/"[^"]*"/g, ''))
    .filter((one) => one.trim() !== '');
  const ways = [';', '\t', ','].map((sign) => {
    const often = new Map<number, number>();
    for (const line of lines) {
      const cuts = line.split(sign).length - 1;
      if (cuts > 0) often.set(cuts, (often.get(cuts) ?? 0) + 1);
    }
    const [[cuts = 0, seen = 0] = []] = [...often].toSorted((one, other) => other[1] - one[1] || other[0] - one[0]);
    return { sign, cuts, seen };
  });
  return ways.toSorted((one, other) => other.seen - one.seen || other.cuts - one.cuts)[0]?.sign ?? ';';
}

/** What the workbook really holds, counted part by part: what it says of its sizes is nobody's promise. */
async function sizeOf(bytes: Buffer): Promise<Result<null, TableRefusal>> {
  const zip = await openZip(bytes);
  if (zip === null) return refuse('broken');
  if (zip.entryCount > TABLE.parts) return refuse('too-big');
  return new Promise((resolve) => {
    let total = 0;
    let workbook = false;
    const end = (result: Result<null, TableRefusal>): void => {
      zip.close();
      resolve(result);
    };
    zip.on('error', () => end(refuse('broken')));
    zip.on('end', () => end(workbook ? ok(null) : refuse('not-a-table')));
    zip.on('entry', (entry) => {
      workbook ||= entry.fileName === 'xl/workbook.xml';
      zip.openReadStream(entry, (error, stream) => {
        if (error) return end(refuse('broken'));
        stream.on('error', () => end(refuse(total > TABLE.unpacked ? 'too-big' : 'broken')));
        stream.on('data', (chunk: Buffer) => {
          total += chunk.length;
          if (total > TABLE.unpacked) stream.destroy(new Error('too big'));
        });
        stream.on('end', () => zip.readEntry());
      });
    });
    zip.readEntry();
  });
}

function openZip(bytes: Buffer): Promise<ZipFile | null> {
  return new Promise((resolve) => {
    // A size that isn't the one it says is counted here, not believed.
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: false }, (error, zip) =>
      resolve(error === null ? zip : null),
    );
  });
}

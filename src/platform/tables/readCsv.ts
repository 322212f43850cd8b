import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ok, type Result, refuse } from '../result.ts';
import { TABLE, type TableRefusal, textIn } from './readTable.ts';

const [CHARACTERS_AT_ONCE, LINES_AT_ONCE] = [64_000, 2_000];

/**
 * Reads a CSV of any length, two thousand lines at once: nothing of what was taken stays in memory. For a thread of its own.
 * `most`: lines read at most, empty ones too.
 */
export async function readCsv(
  bytes: Buffer,
  most: number,
  take: (lines: readonly (readonly string[])[]) => Promise<void>,
): Promise<Result<null, TableRefusal>> {
  if (bytes.length === 0) return refuse('empty');
  const read = textIn(bytes);
  if (!read.ok) return read;
  const { text, delimiter } = read.value;
  const lines = Readable.from(piecesOf(text)).pipe(
    parse({
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: TABLE.columns * TABLE.characters,
      to: most,
    }),
  );
  try {
    let batch: (readonly string[])[] = [];
    for await (const line of lines) {
      // Texts, unless it is told otherwise.
      const cells: readonly string[] = line;
      batch.push(cells.slice(0, TABLE.columns).map((cell) => cell.slice(0, TABLE.characters + 1)));
      if (batch.length < LINES_AT_ONCE) continue;
      await take(batch);
      batch = [];
    }
    await take(batch);
    return ok(null);
  } catch (error) {
    if (error instanceof CsvError) return refuse('broken');
    throw error;
  }
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += CHARACTERS_AT_ONCE) yield text.slice(at, at + CHARACTERS_AT_ONCE);
}

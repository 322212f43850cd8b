/** A table as it comes: lines of cells, all of them text. */
export type Lines = AsyncIterable<readonly string[]>;

/** A spreadsheet takes a cell that begins so for a formula, whatever its quotes (OWASP, « CSV Injection »). */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const QUOTED = /[";\r\n]/;
const LINES_AT_ONCE = 500;

/** RFC 4180 as French spreadsheets open it: semicolons, and UTF-8 that says so (its byte order mark). */
export async function* csvOf(lines: Lines): AsyncGenerator<Buffer> {
  let text = '\ufeff';
  let waiting = 0;
  for await (const cells of lines) {
    text += `${cells.map(csvCell).join(';')}\r\n`;
    waiting += 1;
    if (waiting < LINES_AT_ONCE) continue;
    yield Buffer.from(text);
    [text, waiting] = ['', 0];
  }
  if (text !== '') yield Buffer.from(text);
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

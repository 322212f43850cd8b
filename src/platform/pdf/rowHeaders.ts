/** A cell or a row among the elements of the structure (ISO 32000-1, 14.7.2), as the compiler writes them: one key a line. */
const ELEMENT = /\n(\d+) 0 obj\n<<\n {2}\/Type \/StructElem\n {2}\/S \/(TD|TR)\n([\s\S]*?)\nendobj/g;
const FIRST_CELL = /\/K \[(\d+) 0 R/;
const HEADERS = /\/Headers \[[^\]]*\]/;
const SCOPE = '/Scope /Row';

/**
 * Says in the tags that the first cell of each row names it, so that a reader says « Civilité, Mme » and not « Mme » alone: the
 * compiler has no words for it outside an experiment that can't be switched on (`pdf.header-cell`). The bytes keep their places.
 * Throws when the compiler writes cells otherwise: then nothing is half done.
 */
export function nameRows(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const cells = new Map<string, { readonly at: number; readonly body: string }>();
  const rows: string[] = [];
  for (const { 0: whole, 1: id = '', 2: role, 3: body = '', index } of text.matchAll(ELEMENT)) {
    if (role === 'TR') rows.push(body);
    else cells.set(id, { at: index + whole.length - '\nendobj'.length - body.length, body });
  }
  const named = Buffer.from(pdf);
  for (const row of rows) {
    const first = cells.get(FIRST_CELL.exec(row)?.[1] ?? '');
    // A row of the head: its cells name the columns.
    if (first === undefined) continue;
    const headers = HEADERS.exec(first.body);
    if (headers === null) throw new Error('The compiler writes the cells of tables otherwise than it did');
    named.write('/TH', first.at - '/TD\n'.length, 'latin1');
    named.write(SCOPE.padEnd(headers[0].length), first.at + headers.index, 'latin1');
  }
  return named;
}

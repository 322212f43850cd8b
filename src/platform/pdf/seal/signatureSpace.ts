/** What the dictionary of a signature says besides the signature (ISO 32000-1, 12.8.1). */
export type SignatureWords = {
  /** Who seals, as a reader program shows it. */
  readonly name: string;
  /** Of the field, for whoever hears it (ISO 14289-1, 7.18.1). */
  readonly label: string;
  readonly at: Temporal.Instant;
};

/** A PDF with room for a signature of everything else in it. */
export type Reserved = {
  readonly pdf: Buffer;
  /** What is signed: all bytes before the room, and all after it. */
  readonly parts: readonly [Buffer, Buffer];
  /** Where the hexadecimal digits of the signature begin. */
  readonly from: number;
  readonly bytes: number;
};

const WIDTH = 10;
const RANGE = `/ByteRange [0 ${'*'.repeat(WIDTH)} ${'*'.repeat(WIDTH)} ${'*'.repeat(WIDTH)}]`;
/** Not shown, and not to be moved: a hidden field needs no place among the tags (ISO 14289-1, 7.18.4). */
const HIDDEN_AND_LOCKED = 2 + 128;

/**
 * Adds room for a signature after the last byte (an incremental update, ISO 32000-1, 7.5.6): what our compiler wrote, its tags among
 * them, stays byte for byte. Throws when it writes otherwise than it did.
 */
export function reserveSignature(pdf: Buffer, words: SignatureWords, bytes: number): Reserved {
  const file = readFile(pdf);
  const [field, signature] = [file.size, file.size + 1];
  const [page, pageBody] = firstPage(file);
  const objects = new Map<number, string>([
    [file.root, within(file.objectAt(file.root), `/AcroForm << /SigFlags 3 /Fields [${field} 0 R] >>`)],
    [page, within(withAnnotation(pageBody, field), '/Tabs /S')],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (cachet) /TU ${words16(words.label)} /V ${signature} 0 R /Rect [0 0 0 0] /F ${HIDDEN_AND_LOCKED} /P ${page} 0 R >>`,
    ],
    [
      signature,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name ${words16(words.name)} /M (D:${words.at.toString({ smallestUnit: 'second' }).replace(/\D/g, '')}Z) ${RANGE} /Contents <${'0'.repeat(2 * bytes)}> >>`,
    ],
  ]);
  const written = Buffer.concat([pdf, Buffer.from(update(file, pdf.length, objects), 'latin1')]);
  const from = written.lastIndexOf('/Contents <') + '/Contents <'.length;
  const [before, after] = [from - 1, from + 2 * bytes + 1];
  const range = [before, after, written.length - after].map((number) => String(number).padStart(WIDTH));
  written.write(`/ByteRange [0 ${range.join(' ')}]`, written.lastIndexOf(RANGE), 'latin1');
  return { pdf: written, parts: [written.subarray(0, before), written.subarray(after)], from, bytes };
}

/** Null: it doesn't fit. */
export function fillSignature({ pdf, from, bytes }: Reserved, signature: Uint8Array): Buffer | null {
  if (signature.length > bytes) return null;
  const filled = Buffer.from(pdf);
  filled.write(Buffer.from(signature).toString('hex'), from, 'latin1');
  return filled;
}

type FileRead = {
  readonly root: number;
  /** Objects so far, with the one that is always free. */
  readonly size: number;
  /** Where the table of objects begins. */
  readonly table: number;
  /** Other lines of the trailer. */
  readonly trailer: string;
  readonly objectAt: (id: number) => string;
};

const ENTRY = 20;

function readFile(pdf: Buffer): FileRead {
  const end = pdf.toString('latin1', pdf.lastIndexOf('trailer'));
  const known = (found: RegExpExecArray | null): string => found?.[1] ?? otherwise();
  const table = Number(known(/startxref\s+(\d+)/.exec(end)));
  const size = Number(known(/\/Size (\d+)/.exec(end)));
  const head = /^xref\s+0 \d+\s?\n/.exec(pdf.toString('latin1', table, table + 40))?.[0] ?? otherwise();
  return {
    root: Number(known(/\/Root (\d+) 0 R/.exec(end))),
    size,
    table,
    trailer: ['Root', 'Info', 'ID']
      .flatMap((key) => new RegExp(`/${key} (\\[[^\\]]*\\]|\\d+ 0 R)`).exec(end)?.[0] ?? [])
      .join(' '),
    objectAt: (id) => {
      const entry = table + head.length + id * ENTRY;
      const at = Number(pdf.toString('latin1', entry, entry + WIDTH));
      const whole = pdf.toString('latin1', at, pdf.indexOf('endobj', at));
      const opening = `${id} 0 obj`;
      return whole.startsWith(opening) ? whole.slice(opening.length).trim() : otherwise();
    },
  };
}

function otherwise(): never {
  throw new Error('The compiler writes files otherwise than it did');
}

function firstPage(file: FileRead): readonly [number, string] {
  let id = Number(/\/Pages (\d+) 0 R/.exec(file.objectAt(file.root))?.[1] ?? otherwise());
  for (;;) {
    const body = file.objectAt(id);
    const kids = /\/Kids \[(\d+) 0 R/.exec(body);
    if (kids === null) return [id, body];
    id = Number(kids[1]);
  }
}

function withAnnotation(page: string, field: number): string {
  return page.includes('/Annots [')
    ? page.replace('/Annots [', `/Annots [${field} 0 R `)
    : within(page, `/Annots [${field} 0 R]`);
}

/** One key more, where it has none of that name. */
function within(dictionary: string, more: string): string {
  const name = more.split(' ')[0] ?? more;
  if (dictionary.includes(`${name} `)) return dictionary;
  if (!dictionary.endsWith('>>')) return otherwise();
  return `${dictionary.slice(0, -'>>'.length)}  ${more}\n>>`;
}

function update(file: FileRead, from: number, objects: ReadonlyMap<number, string>): string {
  let text = '\n';
  const sections: string[] = [];
  for (const [id, body] of objects) {
    sections.push(`${id} 1\n${String(from + text.length).padStart(WIDTH, '0')} 00000 n \n`);
    text += `${id} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(file.size, ...[...objects.keys()].map((id) => id + 1));
  const table = from + text.length;
  return `${text}xref\n${sections.join('')}trailer\n<< /Size ${size} ${file.trailer} /Prev ${file.table} >>\nstartxref\n${table}\n%%EOF\n`;
}

/** A text string with its letters in UTF-16 (ISO 32000-1, 7.9.2.2). */
function words16(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

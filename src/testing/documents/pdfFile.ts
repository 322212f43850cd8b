import { deflateSync } from 'node:zlib';

/** PDFs written object by object, in latin1: what no honest tool would write can be written too. */
export type PdfParts = {
  /** By number, from 1 on; a gap stays free. */
  readonly objects: readonly string[];
  readonly trailer?: string;
  readonly version?: string;
  /** The objects inside object streams, found by a cross-reference stream: nothing stands in clear. */
  readonly packed?: boolean;
};

export function writePdf({ objects, trailer = '', version = '1.7', packed = false }: PdfParts): Buffer {
  return packed ? writePacked(objects, trailer) : writePlain(objects, trailer, version);
}

function writePlain(objects: readonly string[], trailer: string, version: string): Buffer {
  let body = `%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`;
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return latin1(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}

function writePacked(objects: readonly string[], trailer: string): Buffer {
  const isStream = objects.map((object) => object.includes('endstream'));
  const inside = objects.flatMap((object, index) => (isStream[index] ? [] : [{ number: index + 1, object }]));
  let text = '';
  const places = inside.map(({ number, object }) => {
    const place = `${number} ${text.length}`;
    text += `${object} `;
    return place;
  });
  const head = `${places.join(' ')} `;
  const holder = objects.length + 1;
  let body = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = new Map<number, number>();
  const put = (number: number, object: string): void => {
    offsets.set(number, body.length);
    body += `${number} 0 obj\n${object}\nendobj\n`;
  };
  objects.forEach((object, index) => {
    if (isStream[index]) put(index + 1, object);
  });
  put(holder, stream(head + text, `/Type /ObjStm /N ${inside.length} /First ${head.length}`));
  const start = body.length;
  const row = (kind: number, second: number, third: number): string =>
    String.fromCharCode(kind, (second >> 16) & 255, (second >> 8) & 255, second & 255, third);
  const rows = [row(0, 0, 255)];
  for (let number = 1; number <= objects.length; number += 1) {
    const place = inside.findIndex((one) => one.number === number);
    rows.push(place >= 0 ? row(2, holder, place) : row(1, offsets.get(number) ?? 0, 0));
  }
  rows.push(row(1, offsets.get(holder) ?? 0, 0), row(1, start, 0));
  const table = stream(rows.join(''), `/Type /XRef /W [1 3 1] /Size ${objects.length + 3} /Root 1 0 R ${trailer}`);
  return latin1(`${body}${holder + 1} 0 obj\n${table}\nendobj\nstartxref\n${start}\n%%EOF\n`);
}

export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A stream object, deflated. */
export function stream(content: string | Buffer, more = ''): string {
  const packed = deflateSync(typeof content === 'string' ? latin1(content) : content).toString('latin1');
  return `<< /Length ${packed.length} /Filter /FlateDecode ${more} >>\nstream\n${packed}\nendstream`;
}

/** A stream object as it stands. */
export function rawStream(content: string, more = ''): string {
  return `<< /Length ${content.length} ${more} >>\nstream\n${content}\nendstream`;
}

/** What a small document of one page may have besides its line of text. */
export type OnePage = Omit<PdfParts, 'objects'> & {
  readonly text?: string;
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly content?: string;
  readonly mediaBox?: string;
  /** Numbers 6, 7, 8…: what catalog and page may point to. */
  readonly more?: readonly string[];
};

/** Objects: 1 catalog, 2 pages, 3 page, 4 content, 5 font. */
export function onePage(parts: OnePage = {}): Buffer {
  const { text = 'Facture', catalog = '', page = '', resources = '', content = '', more = [], mediaBox } = parts;
  const words = text.replace(/[()\\]/g, '');
  return writePdf({
    ...parts,
    objects: [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox ?? '0 0 595 842'}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
      stream(`BT /F1 24 Tf 72 720 Td (${words}) Tj ET\n${content}`),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...more,
    ],
  });
}

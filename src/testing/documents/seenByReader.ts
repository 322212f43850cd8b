import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What another reader (pdf.js, which shares nothing with ours) finds in a PDF. */
export type SeenPdf = {
  readonly pages: number;
  /** Of the first page, as shown, in points. */
  readonly size: readonly [number, number];
  readonly text: string;
  /** What acts, links, or is brought along. */
  readonly active: readonly string[];
};

export async function seenByReader(bytes: Uint8Array): Promise<SeenPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, enableXfa: true });
  const pdf = await task.promise;
  const active: string[] = [];
  const note = (name: string, found: unknown): void => {
    if (found !== null && found !== undefined && found !== false) active.push(name);
  };
  note('scripts', await pdf.getJSActions());
  note('attachments', await pdf.getAttachments());
  note('opening', await pdf.getOpenAction());
  note('outline', await pdf.getOutline());
  note('fields', await pdf.getFieldObjects());
  note('metadata', (await pdf.getMetadata()).metadata);
  note('xfa', pdf.isPureXfa);
  const words: string[] = [];
  let size: readonly [number, number] = [0, 0];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    note(`actions of page ${number}`, await page.getJSActions());
    if ((await page.getAnnotations()).length > 0) active.push(`annotations of page ${number}`);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) words.push(item.str, item.hasEOL ? ' ' : '');
    words.push(' ');
    const { width, height } = page.getViewport({ scale: 1 });
    if (number === 1) size = [Math.round(width), Math.round(height)];
  }
  const seen = { pages: pdf.numPages, size, text: words.join('').replace(/\s+/g, ' '), active };
  await task.destroy();
  return seen;
}

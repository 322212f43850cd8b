import { degrees, PDFDocument, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import type { DocumentLimits, Inspection } from './documents.ts';
import { DETAILS, lightenPhotos } from './lightenPhotos.ts';
import { sniff } from './sniff.ts';

/** One file of several that become one: a rendering of ours, turned so many quarters clockwise. */
export type SheetToJoin = {
  readonly bytes: Uint8Array;
  readonly turns: number;
  /** Written over each of its pages, who is shown them. */
  readonly stamp?: string;
};

/** Points of the longest side of a photo's page: that of A4. */
const LONGEST = 842;
/** Many pages in few bytes: the least that still reads. */
const LEAST = { longest: 1754, quality: 50 } as const;

/** Several renderings of ours as the pages of one PDF, in their order; their photos lose detail only until it fits. */
export async function joinSheets(sheets: readonly SheetToJoin[], limits: DocumentLimits): Promise<Inspection> {
  const whole = await PDFDocument.create({ updateMetadata: false });
  for (const sheet of sheets) await addSheet(whole, sheet);
  const pages = whole.getPageCount();
  if (pages > limits.pages) return { fault: 'too-many-pages' };
  let content = await whole.save({ useObjectStreams: true });
  for (const detail of [...DETAILS, LEAST]) {
    if (content.length <= limits.bytes) break;
    const lighter = await PDFDocument.load(content, { updateMetadata: false });
    await lightenPhotos(lighter.context, detail);
    content = await lighter.save({ useObjectStreams: true });
  }
  return content.length > limits.bytes
    ? { fault: 'too-large-rewritten' }
    : { kind: 'application/pdf', content, pages, sent: 'application/pdf' };
}

/** Grey enough to be read, light enough to read what is under it. */
const STAMP = { opacity: 0.28, size: 20, steps: [0.2, 0.5, 0.8] } as const;

/** Letters of names that the font lacks, and that are no letter with an accent. */
const PLAIN: Readonly<Record<string, string>> = { Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', ı: 'i', Ħ: 'H', ħ: 'h' };

/** Across the page, three times, and once along its foot. */
async function stampPages(pages: readonly PDFPage[], whole: PDFDocument, words: string): Promise<void> {
  const font = await whole.embedFont(StandardFonts.Helvetica);
  const known = new Set(font.getCharacterSet());
  const written = [...words.normalize('NFC')]
    .map((letter) =>
      known.has(letter.codePointAt(0) ?? 0) ? letter : (PLAIN[letter] ?? letter.normalize('NFD').charAt(0)),
    )
    .map((letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : '?'))
    .join('');
  for (const page of pages) {
    const { width, height } = page.getSize();
    const size = Math.min(STAMP.size, (STAMP.size * width) / (1.2 * font.widthOfTextAtSize(written, STAMP.size)));
    const long = font.widthOfTextAtSize(written, size) * Math.SQRT1_2;
    for (const step of STAMP.steps)
      page.drawText(written, {
        font,
        size,
        x: (width - long) / 2,
        y: height * step - long / 2,
        rotate: degrees(45),
        opacity: STAMP.opacity,
      });
    page.drawText(written, { font, size: Math.min(size, 9), x: 12, y: 8 });
  }
}

async function addSheet(whole: PDFDocument, { bytes, turns, stamp }: SheetToJoin): Promise<void> {
  const found = sniff(bytes);
  if ('kind' in found && found.kind === 'application/pdf') {
    const given = await PDFDocument.load(bytes, { updateMetadata: false });
    const pages = await whole.copyPages(given, given.getPageIndices());
    for (const page of pages) {
      page.setRotation(degrees((page.getRotation().angle + turns * 90) % 360));
      whole.addPage(page);
    }
    if (stamp !== undefined) await stampPages(pages, whole, stamp);
    return;
  }
  const image = await whole.embedJpg(bytes);
  const scale = LONGEST / Math.max(image.width, image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const page = whole.addPage([width, height]);
  page.drawImage(image, { x: 0, y: 0, width, height });
  page.setRotation(degrees(turns * 90));
}

import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentLimits, Inspection } from './documents.ts';
import { DETAILS, lightenPhotos } from './lightenPhotos.ts';
import { sniff } from './sniff.ts';

/** One file of several that become one: a rendering of ours, turned so many quarters clockwise. */
export type SheetToJoin = { readonly bytes: Uint8Array; readonly turns: number };

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

async function addSheet(whole: PDFDocument, { bytes, turns }: SheetToJoin): Promise<void> {
  const found = sniff(bytes);
  if ('kind' in found && found.kind === 'application/pdf') {
    const given = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await whole.copyPages(given, given.getPageIndices())) {
      page.setRotation(degrees((page.getRotation().angle + turns * 90) % 360));
      whole.addPage(page);
    }
    return;
  }
  const image = await whole.embedJpg(bytes);
  const scale = LONGEST / Math.max(image.width, image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const page = whole.addPage([width, height]);
  page.drawImage(image, { x: 0, y: 0, width, height });
  page.setRotation(degrees(turns * 90));
}

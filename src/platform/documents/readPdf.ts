import { PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentLimits, Inspection, Rendering } from './documents.ts';
import { hintsOfPages } from './hints.ts';
import { DETAILS, lightenPhotos } from './lightenPhotos.ts';
import { activeParts, keepWhatIsSeen } from './pdfActions.ts';
import { openPdfium, type Pdfium } from './pdfium.ts';
import { forgetUnreached } from './pdfObjects.ts';
import { flatten, type Opened, openDocument, type Picture, pagesAlone, picture, save, withPage } from './pdfPages.ts';
import { redraw } from './redrawPdf.ts';
import { endOfPdf } from './wholePdf.ts';

/** Pixels of the small pictures by which a page is compared before and after. */
const GLANCE = 200;

/**
 * A PDF opened whole and written anew: every page read and drawn, what stands over a page made part of it, and nothing kept
 * but pages. When the new one doesn't look like the old one, or isn't inert, the pages are drawn as pictures instead.
 */
export async function readPdf(sent: Uint8Array, limits: DocumentLimits): Promise<Inspection> {
  const end = endOfPdf(sent);
  if (end === null) return { fault: 'cut' };
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, sent.subarray(0, end));
  if ('locked' in opened) return { fault: opened.locked ? 'encrypted' : 'unreadable' };
  const { document } = opened;
  // Protected against copying only: it opens without a password, but it is protected.
  if (pdfium.api.EPDF_IsEncrypted(document)) return { fault: 'encrypted' };
  const pages = pdfium.api.FPDF_GetPageCount(document);
  if (pages === 0) return { fault: 'unreadable' };
  if (pages > limits.pages) return { fault: 'too-many-pages' };
  const refused = await whatRefuses(save(pdfium, document));
  if (refused !== null && refused !== 'unknown') return { fault: refused };

  const before = glances(pdfium, opened, pages);
  const content = refused === 'unknown' ? null : await rewritten(pdfium, opened, pages).catch(() => null);
  const fits = content === null ? null : await shrink(content, limits.bytes).catch(() => null);
  if (fits !== null && (await looksLike(fits, before)))
    return { ...taken(fits, pages), hints: hintsOfPages(pdfium, opened) };
  const drawn = await redraw(pdfium, opened, pages, limits.bytes);
  return drawn === null ? { fault: 'too-large-rewritten' } : taken(drawn, pages);
}

function taken(content: Uint8Array, pages: number): Rendering {
  return { kind: 'application/pdf', content, pages, sent: 'application/pdf' };
}

/** Its photos written with less detail until it fits, its text as it is; null when that isn't enough. */
async function shrink(content: Uint8Array, most: number): Promise<Uint8Array | null> {
  if (content.length <= most) return content;
  for (const detail of DETAILS) {
    const lighter = await parsed(content);
    await lightenPhotos(lighter.context, detail);
    const saved = await lighter.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
    if (saved.length <= most) return saved;
  }
  return null;
}

/** Product rule: scripts and attachments are refused, not taken off, so that nobody misses later what they meant to give. */
async function whatRefuses(bytes: Uint8Array): Promise<'scripted' | 'attachments' | 'xfa' | 'unknown' | null> {
  const read = await parsed(bytes).catch(() => null);
  if (read === null) return 'unknown';
  const parts = activeParts(read.context);
  if (parts.has('script') || parts.has('launch')) return 'scripted';
  if (parts.has('attachment')) return 'attachments';
  return parts.has('xfa') ? 'xfa' : null;
}

const parsed = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });

function glances(pdfium: Pdfium, opened: Opened, pages: number): readonly Picture[] {
  return Array.from({ length: pages }, (_, index) =>
    withPage(pdfium, opened, index, (page) => picture(pdfium, opened, page, GLANCE)),
  );
}

/** null when what is left after cleaning still isn't inert. */
async function rewritten(pdfium: Pdfium, opened: Opened, pages: number): Promise<Uint8Array | null> {
  for (let index = 0; index < pages; index += 1) withPage(pdfium, opened, index, (page) => flatten(pdfium, page));
  const alone = pagesAlone(pdfium, opened);
  const fresh = await parsed(save(pdfium, alone));
  keepWhatIsSeen(fresh.context);
  forgetUnreached(fresh.context);
  const content = await fresh.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
  const { context } = await parsed(content);
  return activeParts(context).size === 0 ? content : null;
}

/** Read by a PDFium that knows nothing of the old one, does each page look as before? */
async function looksLike(content: Uint8Array, before: readonly Picture[]): Promise<boolean> {
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, content);
  if ('locked' in opened || pdfium.api.FPDF_GetPageCount(opened.document) !== before.length) return false;
  return glances(pdfium, opened, before.length).every((after, index) => alike(before[index], after));
}

/** Half a percent of the pixels may differ clearly: edges are drawn a little otherwise once notes are part of the page. */
function alike(before: Picture | undefined, after: Picture): boolean {
  if (before === undefined || before.width !== after.width || before.height !== after.height) return false;
  let different = 0;
  for (let at = 0; at < after.pixels.length; at += 1)
    if (Math.abs((before.pixels[at] ?? 0) - (after.pixels[at] ?? 0)) > 64) different += 1;
  return different <= after.pixels.length / 200;
}

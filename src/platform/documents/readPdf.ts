import type { PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentLimits, Inspection, Rendering } from './documents.ts';
import { hintsInPdf } from './hints.ts';
import { DETAILS, lightenPhotos } from './lightenPhotos.ts';
import { activeParts, keepWhatIsSeen } from './pdfActions.ts';
import { openPdfium, type Pdfium } from './pdfium.ts';
import { forgetUnreached, parsed } from './pdfObjects.ts';
import {
  flatten,
  type OpenedPdf,
  openDocument,
  type Picture,
  pagesAlone,
  picture,
  savePdf,
  withPage,
} from './pdfPages.ts';
import { redraw } from './redrawPdf.ts';
import { looksByItsPages, samePages } from './samePages.ts';
import { endOfPdf } from './wholePdf.ts';

/** Pixels of the small pictures by which a page is compared before and after. */
const GLANCE = 200;

/**
 * A PDF opened whole and written anew: every page read and drawn, what stands over a page made part of it, and nothing kept
 * but pages. Where their objects and bytes are those that came, they look as they did, and scans are read without PDFium: it opens the new
 * file too, and no second one does. Else they are drawn and compared. When the new
 * one doesn't look like the old one, or isn't inert, the pages are drawn as pictures instead.
 */
export async function readPdf(bytes: Uint8Array, limits: DocumentLimits): Promise<Inspection> {
  const end = endOfPdf(bytes);
  if (end === null) return { fault: 'cut' };
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, bytes.subarray(0, end));
  if ('locked' in opened) return { fault: opened.locked ? 'encrypted' : 'unreadable' };
  const { document } = opened;
  // Protected against copying only: it opens without a password, but it is protected.
  if (pdfium.api.EPDF_IsEncrypted(document)) return { fault: 'encrypted' };
  const pages = pdfium.api.FPDF_GetPageCount(document);
  if (pages === 0) return { fault: 'unreadable' };
  if (pages > limits.pages) return { fault: 'too-many-pages' };
  const sent = await parsed(savePdf(pdfium, document)).catch(() => null);
  const refused = sent === null ? null : whatRefuses(sent);
  if (refused !== null) return { fault: refused };

  const comparable = sent !== null && isComparable(sent);
  const before = comparable ? null : glances(pdfium, opened, pages);
  const fresh = sent === null ? null : await rewritten(pdfium, opened, pages, comparable).catch(() => null);
  const fits = fresh === null ? null : await shrink(fresh.content, limits.bytes).catch(() => null);
  if (fresh !== null && fits !== null) {
    const whole = fits === fresh.content ? fresh.document : await parsed(fits);
    const same = comparable && samePages(sent, whole) && opens(pdfium, fits, pages) !== null;
    if (same || (await looksLike(fits, before ?? glances(pdfium, opened, pages))))
      return { ...taken(fits, pages), hints: await hintsInPdf(fits, whole, { drawn: !same }) };
  }
  const drawn = await redraw(pdfium, opened, pages, limits.bytes);
  return drawn === null ? { fault: 'too-large-rewritten' } : taken(drawn, pages);
}

function isComparable(document: PDFDocument): boolean {
  try {
    return looksByItsPages(document);
  } catch {
    return false;
  }
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
function whatRefuses({ context }: PDFDocument): 'scripted' | 'attachments' | 'xfa' | null {
  const parts = activeParts(context);
  if (parts.has('script') || parts.has('launch')) return 'scripted';
  if (parts.has('attachment')) return 'attachments';
  return parts.has('xfa') ? 'xfa' : null;
}

function glances(pdfium: Pdfium, opened: OpenedPdf, pages: number): readonly Picture[] {
  return Array.from({ length: pages }, (_, index) =>
    withPage(pdfium, opened, index, (page) => picture(pdfium, opened, page, GLANCE)),
  );
}

type Rewritten = { readonly content: Uint8Array; readonly document: PDFDocument };

/** null when what is left after cleaning still isn't inert. `bare`: nothing stands over a page. */
async function rewritten(pdfium: Pdfium, opened: OpenedPdf, pages: number, bare: boolean): Promise<Rewritten | null> {
  for (let index = 0; index < pages; index += 1)
    withPage(pdfium, opened, index, (page) => (bare ? undefined : flatten(pdfium, page)));
  const alone = pagesAlone(pdfium, opened);
  const fresh = await parsed(savePdf(pdfium, alone));
  keepWhatIsSeen(fresh.context);
  forgetUnreached(fresh.context);
  const content = await fresh.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
  const document = await parsed(content);
  return activeParts(document.context).size === 0 ? { content, document } : null;
}

function opens(pdfium: Pdfium, content: Uint8Array, pages: number): OpenedPdf | null {
  const opened = openDocument(pdfium, content);
  return 'locked' in opened || pdfium.api.FPDF_GetPageCount(opened.document) !== pages ? null : opened;
}

/** Does each page look as before, to a PDFium that knows nothing of the old one? */
async function looksLike(content: Uint8Array, before: readonly Picture[]): Promise<boolean> {
  const pdfium = await openPdfium();
  const opened = opens(pdfium, content, before.length);
  return opened !== null && glances(pdfium, opened, before.length).every((after, index) => alike(before[index], after));
}

/** Half a percent of the pixels may differ clearly: edges are drawn a little otherwise once notes are part of the page. */
function alike(before: Picture | undefined, after: Picture): boolean {
  if (before === undefined || before.width !== after.width || before.height !== after.height) return false;
  let different = 0;
  for (let at = 0; at < after.pixels.length; at += 1)
    if (Math.abs((before.pixels[at] ?? 0) - (after.pixels[at] ?? 0)) > 64) different += 1;
  return different <= after.pixels.length / 200;
}

import sharp from 'sharp';
import type { Rendering } from './documents.ts';
import { type Finding, findingsOf, type Grey, MEASURED_WIDTH } from './measure.ts';
import { openPdfium, type Pdfium } from './pdfium.ts';
import { type Opened, openDocument, picture, sizeOf, withPage } from './pdfPages.ts';

/** What a page of a rendering looks like, to be said to whoever judges it. Pages count from 1. Never a reason to refuse. */
export type PageHint = { readonly page: number; readonly finding: Exclude<Finding, 'twin'> };

/** The first pages that are looked at, and milliseconds of the processor after which no other is. */
const MOST_PAGES = 12;
const MOST_MS = 1000;

/** Measured as the browser measures a photograph. What can't be measured says nothing. */
export async function hintsOf({ kind, content }: Pick<Rendering, 'kind' | 'content'>): Promise<readonly PageHint[]> {
  try {
    return kind === 'image/jpeg' ? hintsAt(1, await findingsInImage(content)) : await hintsInPdf(content);
  } catch {
    return [];
  }
}

function hintsAt(page: number, findings: readonly Finding[]): readonly PageHint[] {
  return findings.flatMap((finding) => (finding === 'twin' ? [] : [{ page, finding }]));
}

async function findingsInImage(bytes: Uint8Array): Promise<readonly Finding[]> {
  const { width, height } = await sharp(bytes).metadata();
  const small = sharp(bytes).resize({ width: MEASURED_WIDTH, withoutEnlargement: true }).greyscale().raw();
  const { data, info } = await small.toBuffer({ resolveWithObject: true });
  return findingsOf({ width: info.width, height: info.height, values: data }, { width, height });
}

async function hintsInPdf(bytes: Uint8Array): Promise<readonly PageHint[]> {
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, bytes);
  return 'locked' in opened ? [] : hintsOfPages(pdfium, opened);
}

/** A page has no size of its own in pixels: it is never small. Page after page, until the time is over or one can't be drawn. */
export function hintsOfPages(pdfium: Pdfium, opened: Opened): readonly PageHint[] {
  const large = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
  const hints: PageHint[] = [];
  const from = process.cpuUsage();
  try {
    const pages = Math.min(pdfium.api.FPDF_GetPageCount(opened.document), MOST_PAGES);
    for (let page = 1; page <= pages && process.cpuUsage(from).user / 1000 < MOST_MS; page += 1)
      hints.push(...hintsAt(page, findingsOf(greyAt(pdfium, opened, page - 1), large)));
  } catch {
    // A hint that fails refuses nothing.
  }
  return hints;
}

function greyAt(pdfium: Pdfium, opened: Opened, index: number): Grey {
  const { width, height, pixels } = withPage(pdfium, opened, index, (page) => {
    const size = sizeOf(pdfium, page);
    const longest = Math.round((MEASURED_WIDTH * Math.max(size.width, size.height)) / Math.max(size.width, 1));
    return picture(pdfium, opened, page, Math.min(longest, 2 * MEASURED_WIDTH));
  });
  const values = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < values.length; at += 1, from += 4)
    values[at] = ((pixels[from] ?? 0) * 29 + (pixels[from + 1] ?? 0) * 150 + (pixels[from + 2] ?? 0) * 77) >> 8;
  return { width, height, values };
}

import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Sharp } from 'sharp';
import { type Decoded, isSideways, sharpOf } from './decoded.ts';
import type { Rendering } from './documents.ts';
import { greenOf, greyImage } from './grey.ts';
import { type Finding, findingsOf, type Grey, MEASURED_WIDTH } from './measure.ts';
import { imageOf, openPages, type PageReader, type Pages } from './openPages.ts';
import { parsed } from './pdfObjects.ts';
import { type PageSize, picture, pictureSize, sizeOf, withPage } from './pdfPages.ts';
import type { PlainScan } from './plainScan.ts';

/** What a page of a rendering looks like, to be said to whoever judges it. Pages count from 1. Never a reason to refuse. */
export type PageHint = { readonly page: number; readonly finding: Exclude<Finding, 'twin'> };

/** The first pages that are looked at, and milliseconds of the processor after which no other is. */
const MOST_PAGES = 12;
const MOST_MS = 1000;

/** Of a PDF of ours. Measured as the browser measures a photograph. What can't be measured says nothing. */
export async function hintsOf({ content }: Pick<Rendering, 'content'>): Promise<readonly PageHint[]> {
  return parsed(content)
    .then((document) => hintsInPdf(content, document, { drawn: true }))
    .catch(() => []);
}

function hintsAt(page: number, findings: readonly Finding[]): readonly PageHint[] {
  return findings.flatMap((finding) => (finding === 'twin' ? [] : [{ page, finding }]));
}

/** Of an image of which this much was `written`. */
export async function hintsInImage(decoded: Decoded, written: PageSize): Promise<readonly PageHint[]> {
  const { width, height } = isSideways(decoded) ? { width: decoded.height, height: decoded.width } : decoded;
  const scale = Math.min(1, MEASURED_WIDTH / width);
  const to = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const size = isSideways(decoded) ? { width: to.height, height: to.width } : to;
  return greyAt(sharpOf(decoded), decoded, size).then(
    (grey) => hintsAt(1, findingsOf(grey, written)),
    () => [],
  );
}

/** Of the width that is measured, how much wider an image may be to be measured as it is. */
const WIDER = 1.1;

async function greyAt(image: Sharp, { width }: PageSize, to: PageSize): Promise<Grey> {
  return greyImage(width <= to.width * WIDER ? image : image.resize({ ...to, fit: 'fill' }));
}

/**
 * A page is never small: it has no size in pixels. `drawn`: each page was drawn before. Where it wasn't, the others are too, and one
 * that can't be is thrown.
 */
export async function hintsInPdf(
  bytes: Uint8Array,
  document: PDFDocument,
  { drawn }: { readonly drawn: boolean },
): Promise<readonly PageHint[]> {
  const hints: PageHint[] = [];
  const from = process.cpuUsage();
  try {
    const pages = await openPages(bytes, document);
    for (let page = 1; page <= pages.count; page += 1) {
      const measured = page <= MOST_PAGES && process.cpuUsage(from).user / 1000 < MOST_MS;
      if (measured) hints.push(...hintsAt(page, findingsOf(await greyOf(pages, page - 1), LARGE)));
      else if (drawn) break;
      else await glance(pages, page - 1);
    }
  } catch (error) {
    if (!drawn) throw error;
  }
  return hints;
}

const LARGE = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };

async function greyOf(pages: Pages, index: number): Promise<Grey> {
  const scan = pages.scan(index);
  return (scan === null ? null : await greyOfScan(scan).catch(() => null)) ?? greyDrawn(await pages.reader(), index);
}

/** null where it would have to be enlarged: PDFium does that otherwise. */
async function greyOfScan(scan: PlainScan): Promise<Grey | null> {
  const found = await imageOf(scan);
  const { width, height } = measuredSize(scan);
  const size = scan.turns % 2 === 0 ? { width, height } : { width: height, height: width };
  if (found === null || found.width < size.width || found.height < size.height) return null;
  return greyAt(found.image, found, size);
}

function greyDrawn({ pdfium, opened }: PageReader, index: number): Grey {
  const drawn = withPage(pdfium, opened, index, (page) => {
    const { width, height } = measuredSize(sizeOf(pdfium, page));
    return picture(pdfium, opened, page, Math.max(width, height));
  });
  return greenOf(drawn);
}

function measuredSize({ width, height }: PageSize): PageSize {
  const longest = Math.round((MEASURED_WIDTH * Math.max(width, height)) / Math.max(width, 1));
  return pictureSize({ width, height }, Math.min(longest, 2 * MEASURED_WIDTH));
}

/** Pixels of a page that is drawn to see that it can be. */
const GLANCE = 200;

/** The bytes of a scan are an image; how long it takes to draw another page, only drawing says. */
async function glance(pages: Pages, index: number): Promise<void> {
  if (pages.scan(index) !== null) return;
  const { pdfium, opened } = await pages.reader();
  withPage(pdfium, opened, index, (page) => picture(pdfium, opened, page, GLANCE));
}

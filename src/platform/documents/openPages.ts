import type { PDFDocument } from '@cantoo/pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { openPdfium, type Pdfium } from './pdfium.ts';
import { parsed } from './pdfObjects.ts';
import { type OpenedPdf, openDocument } from './pdfPages.ts';
import { type PlainScan, plainScans } from './plainScan.ts';

/** The pages of a PDF that was rewritten by us. */
export type Pages = {
  readonly count: number;
  /** null: more than a scan. */
  readonly scan: (index: number) => PlainScan | null;
  /** PDFium, opened when it is first asked for. */
  readonly reader: () => Promise<PageReader>;
};

export type PageReader = { readonly pdfium: Pdfium; readonly opened: OpenedPdf };

/** Pixels of an image of a scan: what is larger is drawn by PDFium, which gives up where there is no memory. */
const MOST_PIXELS = 50_000_000;

export async function openPages(bytes: Uint8Array, document?: PDFDocument): Promise<Pages> {
  const scans = plainScans(document ?? (await parsed(bytes)));
  let reader: Promise<PageReader> | null = null;
  return {
    count: scans.length,
    scan: (index) => scans[index] ?? null,
    reader: () => {
      reader ??= read(bytes);
      return reader;
    },
  };
}

async function read(bytes: Uint8Array): Promise<PageReader> {
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, bytes);
  if ('locked' in opened) throw new Error("a document of ours can't be opened");
  return { pdfium, opened };
}

export type ScanImage = { readonly image: Sharp; readonly width: number; readonly height: number };

/**
 * The image of a scan, not yet turned, and how large it is; null: PDFium must draw it. What a PDF shows is in the colours that the PDF
 * names: a profile inside the image says nothing there.
 */
export async function imageOf({ jpeg }: PlainScan): Promise<ScanImage | null> {
  try {
    const image = sharp(jpeg, { limitInputPixels: MOST_PIXELS, sequentialRead: true, ignoreIcc: true });
    const { width, height, channels } = await image.metadata();
    return channels === 1 || channels === 3 ? { image, width, height } : null;
  } catch {
    return null;
  }
}

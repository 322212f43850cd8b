import sharp from 'sharp';
import type { Inspection, SentKind } from './documents.ts';
import { imageOf, openPages } from './openPages.ts';
import { openPdfium } from './pdfium.ts';
import { openDocument, picture, pictureSize, withPage } from './pdfPages.ts';
import { jpegOf } from './redrawPdf.ts';
import { sniff } from './sniff.ts';

/** Pixels of the longest side: some 200 dots an inch on A4, so that small print reads when it is enlarged. */
const LONGEST = 2300;

/**
 * A page of a file, counted from 1, as a picture; `empty` where there is no such page. An image has one. `longest`: pixels of the
 * longest side; null: so that small print reads, and an image as large as it is.
 */
export async function drawPage(bytes: Uint8Array, page: number, longest: number | null = null): Promise<Inspection> {
  const found = sniff(bytes);
  if ('fault' in found) return found;
  try {
    return found.kind === 'application/pdf'
      ? await pageOfPdf(bytes, page, longest ?? LONGEST)
      : await image(bytes, page, longest);
  } catch {
    return { fault: 'unreadable' };
  }
}

async function pageOfPdf(bytes: Uint8Array, page: number, longest: number): Promise<Inspection> {
  const scan = await pageOfScan(bytes, page, longest).catch(() => null);
  if (scan !== null) return pictureOf(scan, 'application/pdf');
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, bytes);
  if ('locked' in opened) return { fault: opened.locked ? 'encrypted' : 'unreadable' };
  if (page > pdfium.api.FPDF_GetPageCount(opened.document)) return { fault: 'empty' };
  const drawn = withPage(pdfium, opened, page - 1, (one) => picture(pdfium, opened, one, longest));
  return pictureOf(await jpegOf(drawn, 82), 'application/pdf');
}

/** Its own JPEG, read at about the size that is asked for; null: PDFium must draw the page. */
async function pageOfScan(bytes: Uint8Array, page: number, longest: number): Promise<Uint8Array | null> {
  const scan = (await openPages(bytes)).scan(page - 1);
  const found = scan === null ? null : await imageOf(scan);
  if (scan === null || found === null) return null;
  const { width, height } = pictureSize(scan, longest);
  const upright = scan.turns === 0 ? found.image : found.image.rotate(90 * scan.turns);
  return upright.resize({ width, height, fit: 'fill' }).toColourspace('srgb').jpeg({ quality: 82 }).toBuffer();
}

async function image(bytes: Uint8Array, page: number, longest: number | null): Promise<Inspection> {
  if (page > 1) return { fault: 'empty' };
  if (longest !== null) {
    const small = sharp(bytes).autoOrient().resize(longest, longest, { fit: 'inside', withoutEnlargement: true });
    return pictureOf(await small.jpeg({ quality: 70 }).toBuffer(), 'image/jpeg');
  }
  return pictureOf(await sharp(bytes).autoOrient().jpeg({ quality: 90 }).toBuffer(), 'image/jpeg');
}

function pictureOf(content: Uint8Array, sent: SentKind): Inspection {
  return { kind: 'image/jpeg', content, pages: 1, sent };
}

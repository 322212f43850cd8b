import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { openPdfium } from './pdfium.ts';
import { openDocument, type Picture, picture, withPage } from './pdfPages.ts';
import { sniff } from './sniff.ts';

/** What the square code of each page says; null: none was read there. */
export type Squares = { readonly squares: readonly (string | null)[] };

/** Pages that are looked at, the longest side of a look in pixels, and its time. */
const MOST_PAGES = 6;
const LOOKS = [1754, 2600, 1200] as const;
const LOOK_MS = 700;

/** Reads one square code a page, of a scan as people make them: turned, grey, faint. What can't be read says nothing. */
export async function readSquares(bytes: Uint8Array): Promise<Squares> {
  try {
    const found = sniff(bytes);
    if ('fault' in found) return { squares: [] };
    return { squares: found.kind === 'application/pdf' ? await onPages(bytes) : [await onImage(bytes)] };
  } catch {
    return { squares: [] };
  }
}

async function onPages(bytes: Uint8Array): Promise<readonly (string | null)[]> {
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, bytes);
  if ('locked' in opened) return [];
  const pages = Math.min(pdfium.api.FPDF_GetPageCount(opened.document), MOST_PAGES);
  return Array.from({ length: pages }, (_, index) =>
    firstOf((longest) =>
      look(
        withPage(pdfium, opened, index, (page) => picture(pdfium, opened, page, longest)),
        'BGRX',
      ),
    ),
  );
}

async function onImage(bytes: Uint8Array): Promise<string | null> {
  for (const longest of LOOKS) {
    const size = { width: longest, height: longest, fit: 'inside', withoutEnlargement: true } as const;
    const image = sharp(bytes).autoOrient().resize(size).toColourspace('srgb').removeAlpha().raw();
    const { data, info } = await image.toBuffer({ resolveWithObject: true });
    const text = look({ pixels: data, width: info.width, height: info.height }, 'RGB');
    if (text !== null) return text;
  }
  return null;
}

function firstOf(at: (longest: number) => string | null): string | null {
  for (const longest of LOOKS) {
    const text = at(longest);
    if (text !== null) return text;
  }
  return null;
}

function look({ pixels, width, height }: Picture, format: 'BGRX' | 'RGB'): string | null {
  try {
    return decodeQR({ data: pixels, width, height }, { format, effort: 4, timeLimit: LOOK_MS });
  } catch {
    return null;
  }
}

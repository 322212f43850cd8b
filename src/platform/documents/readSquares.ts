import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { emptyBoxes, type Point } from './inkInBoxes.ts';
import { openPdfium } from './pdfium.ts';
import { openDocument, type Picture, picture, withPage } from './pdfPages.ts';
import { type PrintedPage, printedBoxes } from './printedBoxes.ts';
import { sniff } from './sniff.ts';

/** What the square code of each page says; null: none was read there. */
export type Squares = {
  readonly squares: readonly (string | null)[];
  /** The words over the boxes that hold no ink; null: no page with boxes was found again, or not well enough to say. */
  readonly empty: readonly string[] | null;
};

/** Our own print of what a scan should be, and the words over the boxes to be written in. */
export type Print = { readonly bytes: Uint8Array; readonly words: readonly string[] };

/** Pages that are looked at, and the longest side of a look in pixels: a scan of 150 dots an inch reads once it is enlarged. */
const MOST_PAGES = 6;
const LOOKS = [2200, 2600, 1754, 1200] as const;
/** Guesses at where a code might be, in one look: by their number and not by the clock, which runs on while others have the processor. */
const GUESSES = 4;
/** Milliseconds of the processor, for one file, after which no look is begun. */
const MOST_MS = 1300;

type Raw = Picture & { readonly channels: 3 | 4 };
type Found = { readonly text: string; readonly corners: readonly Point[]; readonly on: Raw };

/**
 * Reads one square code a page, of a scan as people make them: turned, grey, faint. What can't be read says nothing. Where it is the
 * code of a page of the print, the boxes of that page are looked at too.
 */
export async function readSquares(bytes: Uint8Array, print: Print | null): Promise<Squares> {
  try {
    const found = sniff(bytes);
    if ('fault' in found) return { squares: [], empty: null };
    const pages = found.kind === 'application/pdf' ? await pagesOf(bytes) : [imageAt(bytes)];
    const read = await lookAt(pages);
    const squares = read.map((one) => one?.text ?? null);
    const empty = print === null ? null : await boxesOn(read, print).catch(() => null);
    return { squares, empty };
  } catch {
    return { squares: [], empty: null };
  }
}

type Page = (longest: number) => Promise<Raw>;

/** Each page once before any is looked at again, until the time is over. */
async function lookAt(pages: readonly Page[]): Promise<readonly (Found | null)[]> {
  const from = process.cpuUsage();
  const left = (): number => {
    const { user, system } = process.cpuUsage(from);
    return MOST_MS - (user + system) / 1000;
  };
  const found: (Found | null)[] = pages.map(() => null);
  for (const longest of LOOKS)
    for (const [index, page] of pages.entries()) {
      if (found[index] !== null || left() <= 0) continue;
      found[index] = look(await page(longest));
    }
  return found;
}

async function pagesOf(bytes: Uint8Array): Promise<readonly Page[]> {
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, bytes);
  if ('locked' in opened) return [];
  const pages = Math.min(pdfium.api.FPDF_GetPageCount(opened.document), MOST_PAGES);
  return Array.from({ length: pages }, (_, index) => async (longest: number): Promise<Raw> => {
    const drawn = withPage(pdfium, opened, index, (page) => picture(pdfium, opened, page, longest));
    return { ...drawn, channels: 4 };
  });
}

function imageAt(bytes: Uint8Array): Page {
  return async (longest) => {
    const size = { width: longest, height: longest, fit: 'inside' } as const;
    const image = sharp(bytes).autoOrient().resize(size).toColourspace('srgb').removeAlpha().raw();
    const { data, info } = await image.toBuffer({ resolveWithObject: true });
    return { pixels: data, width: info.width, height: info.height, channels: 3 };
  };
}

function look(on: Raw): Found | null {
  let corners: readonly Point[] = [];
  try {
    const text = decodeQR(
      { data: on.pixels, width: on.width, height: on.height },
      {
        format: on.channels === 4 ? 'BGRX' : 'RGB',
        effort: GUESSES,
        timeLimit: Number.POSITIVE_INFINITY,
        pointsOnDetect: ({ tl, tr, bl }) => {
          corners = [tl, tr, bl];
        },
      },
    );
    return { text, corners, on };
  } catch {
    return null;
  }
}

async function boxesOn(read: readonly (Found | null)[], { bytes, words }: Print): Promise<readonly string[] | null> {
  if (read.every((one) => one === null)) return null;
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, bytes);
  if ('locked' in opened) return null;
  let seen: readonly string[] | null = null;
  for (const printed of printedBoxes(pdfium, opened, words)) {
    const own = look({ ...printed.corner, channels: 4 });
    const scan = own === null ? undefined : read.find((one) => one?.text === own.text);
    if (own === null || scan === undefined || scan === null) continue;
    const empty = emptyBoxes(printed, scan.on, own.corners.map(onPicture(printed)), scan.corners);
    if (empty !== null) seen = [...(seen ?? []), ...empty];
  }
  return seen;
}

const onPicture =
  ({ corner }: PrintedPage) =>
  ({ x, y }: Point): Point => ({ x: (x + corner.left) / 2, y: (y + corner.top) / 2 });

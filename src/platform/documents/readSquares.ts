import decodeQR from 'qr/decode.js';
import type { Plane } from './grey.ts';
import { emptyBoxes, type Point } from './inkInBoxes.ts';
import { openPdfium } from './pdfium.ts';
import { openDocument, WHOLE } from './pdfPages.ts';
import { type PrintedPage, printedBoxes } from './printedBoxes.ts';
import { FOOT, type SeenPage, seenPages } from './seenPages.ts';
import { sniff } from './sniff.ts';

/** What the square code of each page says; null: none was read there. */
export type Squares = {
  readonly squares: readonly (string | null)[];
  /** The words over the boxes that hold no ink; null: no page with boxes was found again, or not well enough to say. */
  readonly empty: readonly string[] | null;
};

/** Our own print of what a scan should be, and the words over the boxes to be written in. */
export type Print = { readonly bytes: Uint8Array; readonly words: readonly string[] };

/** Pages that are looked at. */
const MOST_PAGES = 6;
/**
 * Where to look, and the longest side of the whole page in pixels: first at the foot where our papers bear their code, then all over;
 * a scan of 150 dots an inch reads once it is enlarged.
 */
const LOOKS = [
  { longest: 2200, part: FOOT },
  { longest: 2200, part: WHOLE },
  { longest: 2600, part: WHOLE },
  { longest: 1754, part: WHOLE },
  { longest: 1200, part: WHOLE },
] as const;
/** Guesses at where a code might be, in one look: by their number and not by the clock, which runs on while others have the processor. */
const GUESSES = 4;
/** Milliseconds of the processor, for one file, after which no look is begun. */
const MOST_MS = 1300;
/** Pixels of the longest side of a page on which ink is looked for. */
const INKED = 2200;

type Found = {
  readonly text: string;
  /** In shares of the page. */
  readonly corners: readonly Point[];
  readonly page: SeenPage;
};

/**
 * Reads one square code a page, of a scan as people make them: turned, grey, faint. What can't be read says nothing. Where it is the
 * code of a page of the print, the boxes of that page are looked at too.
 */
export async function readSquares(bytes: Uint8Array, print: Print | null): Promise<Squares> {
  try {
    const found = sniff(bytes);
    if ('fault' in found) return { squares: [], empty: null };
    const read = await lookAt(await seenPages(bytes, found.kind, MOST_PAGES));
    const squares = read.map((one) => one?.text ?? null);
    const empty = print === null ? null : await boxesOn(read, print).catch(() => null);
    return { squares, empty };
  } catch {
    return { squares: [], empty: null };
  }
}

/** Each page once before any is looked at again, until the time is over. */
async function lookAt(pages: readonly SeenPage[]): Promise<readonly (Found | null)[]> {
  const from = process.cpuUsage();
  const left = (): number => {
    const { user, system } = process.cpuUsage(from);
    return MOST_MS - (user + system) / 1000;
  };
  const found: (Found | null)[] = pages.map(() => null);
  for (const { longest, part } of LOOKS)
    for (const [index, page] of pages.entries()) {
      if (found[index] !== null || left() <= 0) continue;
      const seen = await page.grey(longest, part);
      const read = look(seen);
      if (read === null) continue;
      const corners = read.corners.map(({ x, y }) => ({
        x: part.left + (x / seen.width) * part.width,
        y: part.top + (y / seen.height) * part.height,
      }));
      found[index] = { text: read.text, corners, page };
    }
  return found;
}

function look({ width, height, values }: Plane): { readonly text: string; readonly corners: readonly Point[] } | null {
  let corners: readonly Point[] = [];
  try {
    const text = decodeQR(
      { data: values, width, height },
      {
        // One byte a pixel.
        format: 'I420',
        effort: GUESSES,
        timeLimit: Number.POSITIVE_INFINITY,
        pointsOnDetect: ({ tl, tr, bl }) => {
          corners = [tl, tr, bl];
        },
      },
    );
    return { text, corners };
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
    const own = look(printed.corner);
    const scan = own === null ? undefined : read.find((one) => one?.text === own.text);
    if (own === null || scan === undefined || scan === null) continue;
    const on = await scan.page.darkest(INKED);
    const corners = scan.corners.map(({ x, y }) => ({ x: x * on.width, y: y * on.height }));
    const empty = emptyBoxes(printed, on, own.corners.map(onPicture(printed)), corners);
    if (empty !== null) seen = [...(seen ?? []), ...empty];
  }
  return seen;
}

const onPicture =
  ({ corner }: PrintedPage) =>
  ({ x, y }: Point): Point => ({ x: (x + corner.left) / 2, y: (y + corner.top) / 2 });

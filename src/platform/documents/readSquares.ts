import { emptyBoxes, type Point } from './inkInBoxes.ts';
import { openPdfium } from './pdfium.ts';
import { openDocument } from './pdfPages.ts';
import { type PrintedPage, printedBoxes } from './printedBoxes.ts';
import { type SeenPage, seenPages } from './seenPages.ts';
import { sniff } from './sniff.ts';
import { openSquareReader, type Square } from './squareReader.ts';

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
/** Milliseconds of the processor, for one file, after which no page is looked at. */
const MOST_MS = 1300;
/** Pixels of the longest side of a page on which ink is looked for. */
const INKED = 2200;

/** Its corners in shares of the page. */
type Found = Square & { readonly page: SeenPage };
type Look = Awaited<ReturnType<typeof openSquareReader>>;

/**
 * Reads one square code a page, of a scan as people make them: turned, grey, faint. What can't be read says nothing. Where it is the
 * code of a page of the print, the boxes of that page are looked at too.
 */
export async function readSquares(bytes: Uint8Array, print: Print | null): Promise<Squares> {
  try {
    const found = sniff(bytes);
    if ('fault' in found) return { squares: [], empty: null };
    const look = await openSquareReader();
    const read = await lookAt(look, await seenPages(bytes, found.kind, MOST_PAGES));
    const squares = read.map((one) => one?.text ?? null);
    const empty = print === null ? null : await boxesOn(look, read, print).catch(() => null);
    return { squares, empty };
  } catch {
    return { squares: [], empty: null };
  }
}

/** A page after the other, until the time is over. */
async function lookAt(look: Look, pages: readonly SeenPage[]): Promise<readonly (Found | null)[]> {
  const from = process.cpuUsage();
  const found: (Found | null)[] = [];
  for (const page of pages) {
    const { user, system } = process.cpuUsage(from);
    const seen = (user + system) / 1000 < MOST_MS ? await page.grey() : null;
    const read = seen === null ? null : await look(seen);
    if (seen === null || read === null) found.push(null);
    else {
      const corners = read.corners.map(({ x, y }) => ({ x: x / seen.width, y: y / seen.height }));
      found.push({ text: read.text, corners, page });
    }
  }
  return found;
}

async function boxesOn(
  look: Look,
  read: readonly (Found | null)[],
  { bytes, words }: Print,
): Promise<readonly string[] | null> {
  if (read.every((one) => one === null)) return null;
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, bytes);
  if ('locked' in opened) return null;
  let seen: readonly string[] | null = null;
  for (const printed of printedBoxes(pdfium, opened, words)) {
    const own = await look(printed.corner);
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

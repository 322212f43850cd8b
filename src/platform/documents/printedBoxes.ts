import { greenOf, type Plane } from './grey.ts';
import type { Pdfium } from './pdfium.ts';
import { type OpenedPdf, type PagePart, type Picture, partOf, picture, sizeOf, withPage } from './pdfPages.ts';

/** In pixels of the picture of a printed page. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** A page of our own print, and the rooms left on it for people to write in, by the words that stand over them. */
export type PrintedPage = {
  readonly picture: Picture;
  /** Its lower right corner twice as large, where its square code stands and reads at once. */
  readonly corner: Plane & { readonly left: number; readonly top: number };
  readonly boxes: readonly (Box & { readonly words: string })[];
};

/** Pixels a millimetre of the picture of a printed page (A4: 297 mm). */
export const DENSITY = 4;
const LONGEST = 297 * DENSITY;
const DARK = 128;
const CORNER: PagePart = { left: 2 / 3, top: 5 / 6, width: 1 / 3, height: 1 / 6 };

/** The pages of a print on which those words stand over an empty room with a line under it. */
export function printedBoxes(pdfium: Pdfium, opened: OpenedPdf, words: readonly string[]): readonly PrintedPage[] {
  const pages: PrintedPage[] = [];
  for (let index = 0; index < pdfium.api.FPDF_GetPageCount(opened.document); index += 1) {
    const printed = withPage(pdfium, opened, index, (page) => {
      const places = words.flatMap((one) => placeOf(pdfium, page, one) ?? []);
      if (places.length === 0) return null;
      const drawn = picture(pdfium, opened, page, LONGEST);
      const large = picture(pdfium, opened, page, LONGEST * 2, CORNER);
      const corner = greenOf(large);
      const { left, top } = partOf({ width: drawn.width * 2, height: drawn.height * 2 }, CORNER);
      return {
        picture: drawn,
        corner: { ...corner, left, top },
        boxes: places.map((place) => roomUnder(drawn, place, places)),
      };
    });
    if (printed !== null) pages.push(printed);
  }
  return pages;
}

type Place = Box & { readonly words: string };

/** Where the words stand last on the page; null: nowhere. */
function placeOf(pdfium: Pdfium, page: number, words: string): Place | null {
  const { api } = pdfium;
  const text = api.FPDFText_LoadPage(page);
  const sought = pdfium.allocate((words.length + 1) * 2);
  pdfium.bytesAt(sought, (words.length + 1) * 2).set(Buffer.from(`${words}\0`, 'utf16le'));
  const found = api.FPDFText_FindStart(text, sought, 0, 0);
  let at: number | null = null;
  while (api.FPDFText_FindNext(found)) at = api.FPDFText_GetSchResultIndex(found);
  const place = at === null ? null : rectOf(pdfium, text, at, words.length);
  api.FPDFText_FindClose(found);
  pdfium.free(sought);
  api.FPDFText_ClosePage(text);
  if (place === null) return null;
  const { height } = sizeOf(pdfium, page);
  const scale = LONGEST / height;
  const [left, top, right, bottom] = place;
  return {
    words,
    left: left * scale,
    top: (height - top) * scale,
    right: right * scale,
    bottom: (height - bottom) * scale,
  };
}

/** Left, top, right and bottom, in points from the foot of the page. */
function rectOf(
  pdfium: Pdfium,
  text: number,
  at: number,
  length: number,
): readonly [number, number, number, number] | null {
  const { api } = pdfium;
  if (api.FPDFText_CountRects(text, at, length) < 1) return null;
  const address = pdfium.allocate(32);
  api.FPDFText_GetRect(text, 0, address, address + 8, address + 16, address + 24);
  const read = Buffer.from(pdfium.bytesAt(address, 32).slice());
  pdfium.free(address);
  return [read.readDoubleLE(0), read.readDoubleLE(8), read.readDoubleLE(16), read.readDoubleLE(24)];
}

/** From the words down to the first printed line, and to the right as far as the next line, or the next words. */
function roomUnder(drawn: Picture, place: Place, places: readonly Place[]): Place {
  const isDark = (x: number, y: number): boolean => (drawn.pixels[(y * drawn.width + x) * 4 + 1] ?? 0) < DARK;
  const [left, top] = [Math.round(place.left), Math.round(place.bottom) + DENSITY];
  let bottom = top;
  while (bottom < drawn.height && !isDark(left + DENSITY, bottom)) bottom += 1;
  const beside = places.filter(
    (one) => one !== place && one.left > place.left && Math.abs(one.top - place.top) < DENSITY,
  );
  const most = Math.min(drawn.width, ...beside.map((one) => Math.round(one.left) - DENSITY));
  let right = Math.round(place.right);
  while (right < most && !isDark(right, top + DENSITY)) right += 1;
  return { words: place.words, left, top: Math.round(place.top), right, bottom };
}

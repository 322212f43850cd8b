import sharp, { type Sharp } from 'sharp';
import type { SentKind } from './documents.ts';
import { darkestOf, greenOf, greyImage, type Plane, resized } from './grey.ts';
import { imageOf, openPages, type Reader } from './openPages.ts';
import { type Part, partOf, picture, WHOLE, withPage } from './pdfPages.ts';

/** Where our papers bear their square code, wide enough for a scan that lies askew or shows the table around it. */
export const FOOT: Part = { left: 0.45, top: 0.7, width: 0.55, height: 0.3 };

/** A page to look for something on. */
export type SeenPage = {
  /** That part of it, the whole having about so many pixels along its longest side; more where only the foot is asked for. */
  readonly grey: (longest: number, part: Part) => Promise<Plane>;
  /** By its darkest colour, so that any pen counts; its longest side of so many pixels at most. */
  readonly darkest: (longest: number) => Promise<Plane>;
};

/** The first pages of a file that we keep. */
export async function seenPages(bytes: Uint8Array, kind: SentKind, most: number): Promise<readonly SeenPage[]> {
  if (kind !== 'application/pdf') return [imagePage(() => sharp(bytes).autoOrient())];
  const pages = await openPages(bytes);
  return Promise.all(
    Array.from({ length: Math.min(pages.count, most) }, async (_, index) => {
      const scan = pages.scan(index);
      const found = scan === null ? null : await imageOf(scan);
      if (scan === null || found === null) return drawnPage(pages.reader, index);
      return imagePage(() => (scan.turns === 0 ? found.image.clone() : found.image.clone().rotate(90 * scan.turns)));
    }),
  );
}

/** Pixels along the longest side beyond which an image is read at half its size, and so on. */
const LARGEST = 4400;
/** An image that is so near to the size asked for is looked at as it is. */
const NEAR = 0.88;

/** Read once, whatever is looked at. */
function imagePage(image: () => Sharp): SeenPage {
  let whole: Promise<Plane> | null = null;
  return {
    grey: async (longest, part) => {
      whole ??= greyImage(await shrunk(image()));
      const all = await whole;
      const scale = longest / Math.max(all.width, all.height);
      const asItIs = scale < 1 / NEAR && (scale > NEAR || part !== WHOLE);
      return asItIs ? cut(all, part) : scaled(all, part, scale);
    },
    darkest: async (longest) => {
      const size = { width: longest, height: longest, fit: 'inside', withoutEnlargement: true } as const;
      const small = image().resize(size).toColourspace('srgb').removeAlpha().raw();
      const { data, info } = await small.toBuffer({ resolveWithObject: true });
      return darkestOf(data, info, info.channels);
    },
  };
}

async function shrunk(image: Sharp): Promise<Sharp> {
  const { width, height } = await image.metadata();
  let longest = Math.max(width, height);
  while (longest > LARGEST) longest = Math.round(longest / 2);
  return longest === Math.max(width, height) ? image : image.resize({ width: longest, height: longest, fit: 'inside' });
}

function cut(all: Plane, part: Part): Plane {
  if (part === WHOLE) return all;
  const { left, top, width, height } = partOf(all, part);
  const values = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = (top + row) * all.width + left;
    values.set(all.values.subarray(from, from + width), row * width);
  }
  return { width, height, values };
}

function scaled(all: Plane, part: Part, scale: number): Promise<Plane> {
  const seen = cut(all, part);
  return resized(seen, { width: Math.round(seen.width * scale), height: Math.round(seen.height * scale) });
}

function drawnPage(reader: () => Promise<Reader>, index: number): SeenPage {
  const drawn = async (longest: number, part: Part) => {
    const { pdfium, opened } = await reader();
    return withPage(pdfium, opened, index, (page) => picture(pdfium, opened, page, longest, part));
  };
  return {
    grey: async (longest, part) => greenOf(await drawn(longest, part)),
    darkest: async (longest) => {
      const seen = await drawn(longest, WHOLE);
      return darkestOf(seen.pixels, seen, 4);
    },
  };
}

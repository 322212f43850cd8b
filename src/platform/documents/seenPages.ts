import sharp, { type Sharp } from 'sharp';
import type { SentKind } from './documents.ts';
import { darkestOf, greenOf, greyImage, type Plane } from './grey.ts';
import { imageOf, openPages, type PageReader } from './openPages.ts';
import { picture, withPage } from './pdfPages.ts';

/** A page to look for something on. */
export type SeenPage = {
  /** As large as a code needs to be read. */
  readonly grey: () => Promise<Plane>;
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

/** Pixels along the longest side beyond which an image is read at half its size, and so on: 150 dots an inch are enough for a code. */
const LARGEST = 3000;
/** The same, of a page that is drawn. */
const DRAWN = 2200;

function imagePage(image: () => Sharp): SeenPage {
  return {
    grey: async () => greyImage(await shrunk(image())),
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

function drawnPage(reader: () => Promise<PageReader>, index: number): SeenPage {
  const drawn = async (longest: number) => {
    const { pdfium, opened } = await reader();
    return withPage(pdfium, opened, index, (page) => picture(pdfium, opened, page, longest));
  };
  return {
    grey: async () => greenOf(await drawn(DRAWN)),
    darkest: async (longest) => {
      const seen = await drawn(longest);
      return darkestOf(seen.pixels, seen, 4);
    },
  };
}

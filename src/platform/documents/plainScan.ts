import {
  decodePDFRawStream,
  PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { dictAt, hasKey, isBare, nameAt } from './pdfObjects.ts';

/** A page that is one JPEG from edge to edge and nothing else, as scanners and telephones make them. */
export type PlainScan = {
  readonly jpeg: Uint8Array;
  /** Quarters clockwise from the image to the page as it is shown. */
  readonly turns: number;
  /** Of the page as it is shown, in points. */
  readonly width: number;
  readonly height: number;
};

/** How far from the edge of a page its image may end, of its width or height. */
const NEAR = 0.02;
/** What draws such a page: some lines, in bytes as they are packed. */
const [MOST_STREAMS, MOST_BYTES] = [8, 2000];
/** Of an image with a mask, colours turned round or parts that are shown at times, the bytes alone don't say how it looks. */
const BOUND = ['SMask', 'Mask', 'Decode', 'DecodeParms', 'OC', 'ImageMask'];

/** The pages of a document that are such scans: whoever draws one may read its JPEG instead. null: some other page. */
export function plainScans(document: PDFDocument): readonly (PlainScan | null)[] {
  return document.getPages().map((page) => {
    try {
      return plainScan(page);
    } catch {
      return null;
    }
  });
}

function plainScan({ node }: PDFPage): PlainScan | null {
  const [box, drawn] = [shownBox(node), drawnImage(node)];
  if (box === null || drawn === null || !isBare(node)) return null;
  const turned = quartersOf(drawn.matrix);
  if (turned === null || !covers(drawn.matrix, box)) return null;
  const quarters = (node.Rotate()?.asNumber() ?? 0) / 90;
  if (!Number.isInteger(quarters)) return null;
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  const size = quarters % 2 === 0 ? { width, height } : { width: height, height: width };
  return { jpeg: drawn.jpeg, turns: (((turned + quarters) % 4) + 4) % 4, ...size };
}

type Box = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number };

function shownBox(node: PDFPage['node']): Box | null {
  const media = boxOf(node.MediaBox());
  const crop = node.CropBox();
  const cropped = crop === undefined ? media : boxOf(crop);
  if (media === null || cropped === null) return null;
  const box = {
    left: Math.max(media.left, cropped.left),
    bottom: Math.max(media.bottom, cropped.bottom),
    right: Math.min(media.right, cropped.right),
    top: Math.min(media.top, cropped.top),
  };
  return box.right > box.left && box.top > box.bottom ? box : null;
}

function boxOf(array: PDFArray): Box | null {
  const [a, b, c, d] = Array.from({ length: 4 }, (_, index) => numberOf(array.lookup(index)));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const box = { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
  return Object.values(box).every(Number.isFinite) ? box : null;
}

const numberOf = (value: unknown): number | undefined => (value instanceof PDFNumber ? value.asNumber() : undefined);

/** ISO 32000-1, 8.3.4: a, b, c, d, e, f. */
type Matrix = readonly [number, number, number, number, number, number];

/** The one image that a page draws, and where it puts the unit square. */
function drawnImage(node: PDFPage['node']): { readonly jpeg: Uint8Array; readonly matrix: Matrix } | null {
  const content = contentOf(node.Contents());
  const drawn = content === null ? null : readDrawing(content);
  if (drawn === null) return null;
  const images = dictAt(node.Resources() ?? null, 'XObject');
  const image = images?.lookup(PDFName.of(drawn.name));
  if (!(image instanceof PDFRawStream) || !isWholeJpeg(image.dict)) return null;
  return { jpeg: image.contents, matrix: drawn.matrix };
}

function contentOf(contents: unknown): string | null {
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents];
  if (streams.length > MOST_STREAMS) return null;
  const texts: string[] = [];
  for (const stream of streams) {
    if (!(stream instanceof PDFRawStream) || stream.contents.length > MOST_BYTES) return null;
    texts.push(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'));
  }
  return texts.join('\n');
}

function isWholeJpeg(dict: PDFDict): boolean {
  const filters = dict.lookup(PDFName.of('Filter'));
  const filter = filters instanceof PDFArray && filters.size() === 1 ? filters.lookup(0) : filters;
  return (
    nameAt(dict, 'Subtype') === 'Image' &&
    filter === PDFName.of('DCTDecode') &&
    numberOf(dict.lookup(PDFName.of('BitsPerComponent'))) === 8 &&
    BOUND.every((key) => !hasKey(dict, key)) &&
    isPlainColour(dict.lookup(PDFName.of('ColorSpace')))
  );
}

/** Of a screen or of grey, by its name or by its profile. */
function isPlainColour(space: unknown): boolean {
  if (!(space instanceof PDFArray)) return space === PDFName.of('DeviceRGB') || space === PDFName.of('DeviceGray');
  const profile = space.lookup(1);
  return (
    space.lookup(0) === PDFName.of('ICCBased') &&
    profile instanceof PDFRawStream &&
    [1, 3].includes(numberOf(profile.dict.lookup(PDFName.of('N'))) ?? 0)
  );
}

const SIGN = /\s*(?:(\/[^\s/[\]<>()]+)|([-+]?(?:\d+\.?\d*|\.\d+))|([A-Za-z*]+))(?=[\s/]|$)/y;

/** Saved, moved, drawn once, restored: any other word, and it is more than a scan. */
function readDrawing(content: string): { readonly name: string; readonly matrix: Matrix } | null {
  let [matrix, saved, numbers, name]: [Matrix, Matrix[], number[], string | null] = [[1, 0, 0, 1, 0, 0], [], [], null];
  let drawn: { readonly name: string; readonly matrix: Matrix } | null = null;
  const text = content.trimEnd();
  SIGN.lastIndex = 0;
  while (SIGN.lastIndex < text.length) {
    const [, named, number, word] = SIGN.exec(text) ?? [];
    if (number !== undefined) numbers.push(Number(number));
    else if (named !== undefined) name = named.slice(1);
    else {
      if (word === 'q') saved.push(matrix);
      else if (word === 'Q') matrix = saved.pop() ?? matrix;
      else if (word === 'cm' && numbers.length === 6) matrix = after(matrix, numbers as unknown as Matrix);
      else if (word === 'Do' && name !== null && drawn === null) drawn = { name, matrix };
      else return null;
      [numbers, name] = [[], null];
    }
  }
  return drawn;
}

/** The second applied first, as `cm` does. */
function after([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [p * a + q * c, p * b + q * d, r * a + s * c, r * b + s * d, t * a + u * c + e, t * b + u * d + f];
}

/** Quarters clockwise from the image to the page; null: slanted, or seen in a mirror. */
function quartersOf([a, b, c, d]: Matrix): number | null {
  const flat = (value: number): boolean => Math.abs(value) < 1e-3 * Math.max(Math.abs(a), Math.abs(b));
  if (flat(b) && flat(c)) return a > 0 && d > 0 ? 0 : a < 0 && d < 0 ? 2 : null;
  if (flat(a) && flat(d)) return b < 0 && c > 0 ? 1 : b > 0 && c < 0 ? 3 : null;
  return null;
}

function covers([a, b, c, d, e, f]: Matrix, box: Box): boolean {
  const [across, up] = [NEAR * (box.right - box.left), NEAR * (box.top - box.bottom)];
  return (
    Math.abs(e + Math.min(0, a, c) - box.left) < across &&
    Math.abs(e + Math.max(0, a, c) - box.right) < across &&
    Math.abs(f + Math.min(0, b, d) - box.bottom) < up &&
    Math.abs(f + Math.max(0, b, d) - box.top) < up
  );
}

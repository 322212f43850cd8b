import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Pdfium } from './pdfium.ts';
import { type OpenedPdf, type Picture, picture, sizeOf, withPage } from './pdfPages.ts';

/** Pixels of a page's longest side, and the quality of its JPEG: 150 dots an inch on A4, under which small print is lost. */
const SHARPNESSES = [
  { longest: 1754, quality: 80 },
  { longest: 1754, quality: 66 },
  { longest: 1754, quality: 50 },
] as const;

/** The pages as pictures, of the size they had; null when even the coarsest don't fit. */
export async function redraw(
  pdfium: Pdfium,
  opened: OpenedPdf,
  pages: number,
  most: number,
): Promise<Uint8Array | null> {
  for (const { longest, quality } of SHARPNESSES) {
    const fresh = await PDFDocument.create({ updateMetadata: false });
    for (let index = 0; index < pages; index += 1) {
      const { size, drawn } = withPage(pdfium, opened, index, (page) => ({
        size: sizeOf(pdfium, page),
        drawn: picture(pdfium, opened, page, longest),
      }));
      const image = await fresh.embedJpg(await jpegOf(drawn, quality));
      fresh.addPage([size.width, size.height]).drawImage(image, { x: 0, y: 0, ...size });
    }
    const content = await fresh.save({ useObjectStreams: true });
    if (content.length <= most) return content;
  }
  return null;
}

export function jpegOf({ width, height, pixels }: Picture, quality: number): Promise<Buffer> {
  return sharp(turned(pixels), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality })
    .toBuffer();
}

/** PDFium's blue, green, red become red, green, blue. */
function turned(pixels: Uint8Array): Uint8Array {
  const rgb = pixels.slice();
  for (let at = 0; at < rgb.length; at += 4) {
    rgb[at] = pixels[at + 2] ?? 0;
    rgb[at + 2] = pixels[at] ?? 0;
  }
  return rgb;
}

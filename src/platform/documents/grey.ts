import type { Sharp } from 'sharp';
import type { Picture } from './pdfPages.ts';

/** A picture in grey: row after row, 0 black, 255 white. */
export type Plane = { readonly width: number; readonly height: number; readonly values: Uint8Array };

type Size = { readonly width: number; readonly height: number };

/** The green of a picture of PDFium, as of an image. */
export function greenOf({ width, height, pixels }: Picture): Plane {
  const values = new Uint8Array(width * height);
  for (let at = 0, from = 1; at < values.length; at += 1, from += 4) values[at] = pixels[from] ?? 0;
  return { width, height, values };
}

/** By its darkest colour, so that any pen counts. */
export function darkestOf(pixels: Uint8Array, { width, height }: Size, channels: number): Plane {
  const values = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < values.length; at += 1, from += channels)
    values[at] = Math.min(pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0);
  return { width, height, values };
}

/** Its green, which is most of what the eye finds bright: one channel is taken for nothing, colours take sharp three times as long. */
export async function greyImage(image: Sharp): Promise<Plane> {
  const { channels } = await image.metadata();
  const green = image.extractChannel(channels < 3 ? 0 : 1).raw();
  const { data, info } = await green.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, values: data };
}

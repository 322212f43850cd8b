import sharp, { type Sharp } from 'sharp';

/** A picture in grey: row after row, 0 black, 255 white. */
export type Plane = { readonly width: number; readonly height: number; readonly values: Uint8Array };

type Size = { readonly width: number; readonly height: number };

/** Where red, green and blue stand in a pixel. */
export const [RGB, BGR] = [
  [0, 1, 2],
  [2, 1, 0],
] as const;

/** As bright as the eye finds it. */
export function inGrey(
  pixels: Uint8Array,
  { width, height }: Size,
  channels: number,
  [red, green, blue]: typeof RGB | typeof BGR,
): Plane {
  if (channels === 1) return { width, height, values: pixels };
  const values = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < values.length; at += 1, from += channels)
    values[at] =
      ((pixels[from + red] ?? 0) * 77 + (pixels[from + green] ?? 0) * 150 + (pixels[from + blue] ?? 0) * 29) >> 8;
  return { width, height, values };
}

/** By its darkest colour, so that any pen counts. */
export function darkestOf(pixels: Uint8Array, { width, height }: Size, channels: number): Plane {
  const values = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < values.length; at += 1, from += channels)
    values[at] = Math.min(pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0);
  return { width, height, values };
}

/** Colours take sharp three times as long as one grey made of them here. */
export async function greyImage(image: Sharp): Promise<Plane> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return inGrey(data, info, info.channels, RGB);
}

export async function resized({ width, height, values }: Plane, size: Size): Promise<Plane> {
  const image = sharp(values, { raw: { width, height, channels: 1 } }).resize({ ...size, fit: 'fill' });
  const { data, info } = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, values: data };
}

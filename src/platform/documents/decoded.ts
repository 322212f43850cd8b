import sharp, { type Metadata, type Sharp } from 'sharp';

/**
 * An image decoded whole, once: row after row, of each pixel its colours, as they came. What is written and what is measured are both made
 * of it; to turn it before would copy all of it once more.
 */
export type Decoded = {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly turned: Turned;
};

/** What sets it upright: seen in a mirror, then so many degrees clockwise. */
type Turned = { readonly mirrored: boolean; readonly degrees: 0 | 90 | 180 | 270 };

export const UPRIGHT: Turned = { mirrored: false, degrees: 0 };

/** EXIF 2.32, orientation: what each of its values from 1 asks for. */
const TURNED: readonly Turned[] = [
  UPRIGHT,
  { mirrored: true, degrees: 0 },
  { mirrored: false, degrees: 180 },
  { mirrored: true, degrees: 180 },
  { mirrored: true, degrees: 270 },
  { mirrored: false, degrees: 90 },
  { mirrored: true, degrees: 90 },
  { mirrored: false, degrees: 270 },
];

/** As cameras write it. */
export const turnedBy = ({ orientation = 1 }: Pick<Metadata, 'orientation'>): Turned =>
  TURNED[orientation - 1] ?? UPRIGHT;

export function sharpOf({ pixels, width, height, channels }: Decoded): Sharp {
  return sharp(pixels, { raw: { width, height, channels } }).toColourspace(channels === 1 ? 'b-w' : 'srgb');
}

/** To be asked last: what was made smaller turns sooner. */
export function upright(image: Sharp, { turned: { mirrored, degrees } }: Decoded): Sharp {
  const seen = mirrored ? image.flop() : image;
  return degrees === 0 ? seen : seen.rotate(degrees);
}

export const isSideways = ({ turned: { degrees } }: Decoded): boolean => degrees === 90 || degrees === 270;

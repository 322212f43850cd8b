import sharp, { type Metadata, type Sharp } from 'sharp';
import { type Decoded, turnedBy } from './decoded.ts';
import type { DocumentLimits, Inspection, SentKind } from './documents.ts';
import { hintsInImage } from './hints.ts';
import { showsTheSame } from './profiles.ts';
import { writeJpeg } from './writeJpeg.ts';

// One image at a time, nothing remembered, and of the many readers of libvips the three that people's cameras and screens need.
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

/** Words of libvips and its readers for an image that stops in the middle. */
const STOPS = /premature end|truncat|read past|unexpected end/i;

/** An image decoded whole and written anew: upright, in sRGB, without what cameras, people or attackers wrote beside the image. */
export async function readImage(bytes: Uint8Array, sent: SentKind, limits: DocumentLimits): Promise<Inspection> {
  try {
    const metadata = await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
    if (metadata.width * metadata.height > limits.pixels) return { fault: 'too-many-pixels' };
    // Several images in one: of a film, nobody knows which one was meant.
    if ((metadata.pages ?? 1) > 1) return { fault: 'unreadable' };
    const image = { bytes, metadata, ignoreIcc: await isOfAScreen(metadata) };
    const decoded = await decode(image, limits, 'warning').catch((error: unknown) => {
      if (STOPS.test(String(error))) throw error;
      // Stray bytes, as some telephones write: a warning, and a whole image.
      return decode(image, limits, 'error');
    });
    return await rewriteImage(decoded, metadata.chromaSubsampling, sent, limits);
  } catch (error) {
    return { fault: STOPS.test(String(error)) ? 'cut' : 'unreadable' };
  }
}

/** What can't be told has its profile applied. */
async function isOfAScreen({ space, icc }: Metadata): Promise<boolean> {
  return icc !== undefined && space === 'srgb' && (await showsTheSame(icc).catch(() => false));
}

type SentImage = { readonly bytes: Uint8Array; readonly metadata: Metadata; readonly ignoreIcc: boolean };

async function decode(
  { bytes, metadata, ignoreIcc }: SentImage,
  limits: DocumentLimits,
  failOn: 'warning' | 'error',
): Promise<Decoded> {
  const image = sharp(bytes, { failOn, limitInputPixels: limits.pixels, sequentialRead: true, ignoreIcc });
  const { data, info } = await shown(image, metadata).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { pixels: data, width, height, channels: channels === 1 ? 1 : 3, turned: turnedBy(metadata) };
}

/** On white paper where it lets see through, in the colours of a screen. */
function shown(image: Sharp, { space, hasAlpha }: Metadata): Sharp {
  const grey = space === 'b-w' || space === 'grey16';
  return (hasAlpha ? image.flatten({ background: '#fff' }) : image).toColourspace(grey ? 'b-w' : 'srgb');
}

/** Written anew, and measured for its hints. */
export async function rewriteImage(
  decoded: Decoded,
  chromaSubsampling: string | undefined,
  sent: SentKind,
  limits: DocumentLimits,
): Promise<Inspection> {
  const written = await writeJpeg(decoded, chromaSubsampling, limits.bytes);
  if (written === null) return { fault: 'too-large-rewritten' };
  const { content, ...size } = written;
  return { kind: 'image/jpeg', content, pages: 1, sent, hints: await hintsInImage(decoded, size) };
}

import sharp, { type Metadata, type Sharp } from 'sharp';
import type { DocumentLimits, Inspection, SentKind } from './documents.ts';
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
    const content = await renderAt(bytes, metadata, limits, 'warning').catch((error: unknown) => {
      if (STOPS.test(String(error))) throw error;
      // Stray bytes, as some telephones write: a warning, and a whole image.
      return renderAt(bytes, metadata, limits, 'error');
    });
    return content === null ? { fault: 'too-large-rewritten' } : { kind: 'image/jpeg', content, pages: 1, sent };
  } catch (error) {
    return { fault: STOPS.test(String(error)) ? 'cut' : 'unreadable' };
  }
}

async function renderAt(
  bytes: Uint8Array,
  metadata: Metadata,
  limits: DocumentLimits,
  failOn: 'warning' | 'error',
): Promise<Uint8Array | null> {
  const upright = sharp(bytes, { failOn, limitInputPixels: limits.pixels, sequentialRead: true }).autoOrient();
  return writeJpeg(shown(upright, metadata), metadata, limits.bytes);
}

/** On white paper where it lets see through, in the colours of a screen. */
function shown(image: Sharp, { space, hasAlpha }: Metadata): Sharp {
  const grey = space === 'b-w' || space === 'grey16';
  return (hasAlpha ? image.flatten({ background: '#fff' }) : image).toColourspace(grey ? 'b-w' : 'srgb');
}

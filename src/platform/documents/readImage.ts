import sharp, { type Metadata, type Sharp } from 'sharp';
import type { DocumentLimits, Inspection } from './documents.ts';

// One image at a time, nothing remembered, and of the many readers of libvips the one for JPEG.
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg'] });

/** From the best to the least that still reads well. */
const QUALITIES = [90, 82, 74, 66] as const;
/** Words of libvips and libjpeg for an image that stops in the middle. */
const STOPS = /premature end|truncat|read past|unexpected end/i;

/** A JPEG decoded whole and written anew: upright, in sRGB, without what cameras, people or attackers wrote beside the image. */
export async function readImage(bytes: Uint8Array, limits: DocumentLimits): Promise<Inspection> {
  try {
    const metadata = await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
    if (metadata.width * metadata.height > limits.pixels) return { fault: 'too-many-pixels' };
    return await renderAt(bytes, metadata, limits, 'warning').catch((error: unknown) => {
      if (STOPS.test(String(error))) throw error;
      // Stray bytes, as some telephones write: a warning, and a whole image.
      return renderAt(bytes, metadata, limits, 'error');
    });
  } catch (error) {
    return { fault: STOPS.test(String(error)) ? 'cut' : 'unreadable' };
  }
}

async function renderAt(
  bytes: Uint8Array,
  metadata: Metadata,
  limits: DocumentLimits,
  failOn: 'warning' | 'error',
): Promise<Inspection> {
  const upright = sharp(bytes, { failOn, limitInputPixels: limits.pixels }).autoOrient();
  for (const quality of QUALITIES) {
    const content = await written(upright.clone(), metadata, quality);
    if (content.length <= limits.bytes) return { kind: 'image/jpeg', content };
  }
  return { fault: 'too-large-rewritten' };
}

function written(image: Sharp, { space, chromaSubsampling }: Metadata, quality: number): Promise<Buffer> {
  const grey = space === 'b-w';
  return image
    .toColourspace(grey ? 'b-w' : 'srgb')
    .jpeg({ quality, chromaSubsampling: chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0' })
    .toBuffer();
}

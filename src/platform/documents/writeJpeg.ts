import { type Decoded, sharpOf, upright } from './decoded.ts';
import type { PageSize } from './pdfPages.ts';

/** From the best to the least that still reads well, each with about how much of the first it weighs. */
const QUALITIES = [
  { quality: 90, weight: 1 },
  { quality: 82, weight: 0.7 },
  { quality: 74, weight: 0.57 },
  { quality: 66, weight: 0.5 },
] as const;
/** Pixels of the longest side, where quality alone doesn't do: 300, 210 and 150 dots an inch on A4, under which small print is lost. */
const LONGEST = [Number.POSITIVE_INFINITY, 3508, 2480, 1754] as const;
/** An attempt that would miss by more than this isn't made. */
const HOPELESS = 1.3;

export type WrittenJpeg = { readonly content: Uint8Array; readonly width: number; readonly height: number };

/** The image upright, as a JPEG of so many bytes at most, as good and as large as fits; null when even the least doesn't. */
export async function writeJpeg(
  decoded: Decoded,
  chromaSubsampling: string | undefined,
  most: number,
): Promise<WrittenJpeg | null> {
  const { width, height } = decoded;
  const full = Math.max(width, height);
  for (const longest of LONGEST) {
    if (longest !== Number.POSITIVE_INFINITY && longest >= full) continue;
    let best: number | null = null;
    for (const { quality, weight } of QUALITIES) {
      if (best !== null && best * weight > most * HOPELESS) continue;
      const image = sharpOf(decoded);
      const sized = longest >= full ? image : image.resize({ width: longest, height: longest, fit: 'inside' });
      const made: { readonly data: Buffer; readonly info: PageSize } = await upright(sized, decoded)
        .jpeg({
          quality,
          chromaSubsampling: chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0',
          // A tenth smaller, for half as long again and twice the memory: only where it must be made to fit.
          optimiseCoding: best !== null || longest < full,
        })
        .toBuffer({ resolveWithObject: true });
      if (made.data.length <= most) return { content: made.data, width: made.info.width, height: made.info.height };
      best ??= made.data.length;
    }
  }
  return null;
}

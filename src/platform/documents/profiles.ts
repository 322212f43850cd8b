import sharp from 'sharp';

/** What a colour may differ by, of 255: profiles of a screen round here and there. */
const NOTHING_SEEN = 4;
/** Levels of each colour on the chart. */
const LEVELS = 8;
const PROFILE = Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1');
/** Bytes of a segment of a JPEG: a larger profile stands in several. */
const MOST_BYTES = 65_000;

/**
 * Does an image with that profile look the same without it? Telephones write the profile of a screen (sRGB) into their photos; turning each
 * pixel of one into what it was takes as long as decoding it. It is told by what the profile does to a chart and not by its name, which
 * anybody may write.
 */
export async function showsTheSame(profile: Buffer): Promise<boolean> {
  if (profile.length > MOST_BYTES) return false;
  const head = Buffer.from([0xff, 0xe2, 0, 0]);
  head.writeUInt16BE(2 + PROFILE.length + profile.length, 2);
  const plain = await chart();
  const bearing = Buffer.concat([plain.subarray(0, 2), head, PROFILE, profile, plain.subarray(2)]);
  const [seen, stored] = await Promise.all([colours(bearing), colours(plain)]);
  return seen.every((value, at) => Math.abs(value - (stored[at] ?? 0)) <= NOTHING_SEEN);
}

const colours = (jpeg: Buffer): Promise<Buffer> => sharp(jpeg).toColourspace('srgb').raw().toBuffer();

/** Colours of all kinds, from black to white, a pixel each. */
function chart(): Promise<Buffer> {
  const level = (index: number): number => Math.round(((index % LEVELS) * 255) / (LEVELS - 1));
  const pixels = Array.from({ length: LEVELS ** 3 }, (_, index) =>
    [index, index / LEVELS, index / LEVELS ** 2].map((one) => level(Math.floor(one))),
  );
  const raw = { width: LEVELS ** 2, height: LEVELS, channels: 3 } as const;
  return sharp(Buffer.from(pixels.flat()), { raw }).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
}

import sharp from 'sharp';

const [WIDTH, HEIGHT] = [4032, 3024];

/** A sheet of text on a table, with the grain of a camera, taken sideways. */
export async function sideways(quality = 92): Promise<Buffer> {
  // The readers of files of strangers take no drawings; ours is our own.
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
  const lines = Array.from(
    { length: 46 },
    (_, row) => `<text x="260" y="${330 + row * 56}" font-size="40">Ligne ${row}, document déposé ${row * 7919}</text>`,
  );
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#776"/><rect x="130" y="130" width="3770" height="2760" fill="#f4f3ee"/>${lines.join('')}</svg>`;
  const noise = { type: 'gaussian', mean: 128, sigma: 9 } as const;
  const grain = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#808080', noise } });
  const { data, info } = await grain.raw().toBuffer({ resolveWithObject: true });
  return sharp(Buffer.from(sheet))
    .composite([{ input: data, raw: info, blend: 'soft-light' }])
    .removeAlpha()
    .withMetadata({ orientation: 6 })
    .jpeg({ quality })
    .toBuffer();
}

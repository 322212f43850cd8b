import encodeQR from 'qr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readSquares } from './readSquares.ts';

const [WIDTH, HEIGHT, SIDE] = [1240, 1754, 123];
const TEXT = 'https://inscriptions.example.fr/verifier/BP24-00007-A-C1/1/ABCDEFGH12345';

/** A sheet of 150 dots an inch with a code of 21 mm at its foot, turned and blurred. */
async function sheet(turned: number, blurred: number): Promise<Buffer> {
  const modules = encodeQR(TEXT, 'raw', { border: 2, ecc: 'medium' });
  const values = Buffer.from(modules.flat().map((dark) => (dark ? 0 : 255)));
  const raw = { width: modules.length, height: modules.length, channels: 1 } as const;
  const code = await sharp(values, { raw }).resize(SIDE, SIDE, { kernel: 'cubic' }).png().toBuffer();
  const paper = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#f4f3ee' } });
  const written = await paper
    .composite([{ input: code, left: WIDTH - SIDE - 120, top: HEIGHT - SIDE - 110 }])
    .png()
    .toBuffer();
  const askew = await sharp(written).rotate(turned, { background: '#ccc' }).png().toBuffer();
  return sharp(askew).blur(blurred).linear(0.5, 100).jpeg({ quality: 45 }).toBuffer();
}

describe('The square code of a scan', () => {
  it.each([0, 4, 93, 176, 271])('is read where it is faint, blurred and turned by %d degrees', async (turned) => {
    expect(await readSquares(await sheet(turned, 1.2), null)).toEqual({ squares: [TEXT], empty: null });
  });

  it('is none where nobody could read it, or what was given is no file', async () => {
    expect(await readSquares(await sheet(4, 8), null)).toEqual({ squares: [null], empty: null });
    expect(await readSquares(Buffer.from('%PDF-1.7 broken'), null)).toEqual({ squares: [], empty: null });
  });
});

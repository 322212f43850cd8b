import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { withSegment } from '../../testing/documents/jpegFile.ts';
import { showsTheSame } from './profiles.ts';
import { readDocument } from './readDocument.ts';

const LIMITS = { bytes: 5 * 1024 * 1024, pages: 100, pixels: 50_000_000 };
const RED = { r: 200, g: 30, b: 40 };
const red = sharp({ create: { width: 320, height: 240, channels: 3, background: RED } });
/** The profile that sharp writes for that name. */
async function profile(name: 'srgb' | 'p3'): Promise<Buffer> {
  const { icc } = await sharp(await red.clone().withIccProfile(name).png().toBuffer()).metadata();
  if (icc === undefined) throw new Error('no profile');
  return icc;
}
const [srgb, p3] = await Promise.all([profile('srgb'), profile('p3')]);

/** As a profile spells its name. */
const named = (name: string): Buffer => Buffer.from(name, 'utf16le').swap16();

/** The red that is kept of a photo with that profile over the same numbers. */
async function keptOf(icc: Buffer): Promise<readonly number[]> {
  const bare = await red.clone().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
  const sent = withSegment(bare, 0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), icc]));
  const found = await readDocument(sent, LIMITS);
  if ('fault' in found) throw new Error(found.fault);
  const kept = sharp(found.content);
  expect((await kept.metadata()).icc).toBeUndefined();
  return [...(await kept.extract({ left: 100, top: 100, width: 1, height: 1 }).raw().toBuffer())];
}

describe('The profile of an image', () => {
  it('of a screen changes nothing that is seen; another does, and what is none changes nothing', async () => {
    expect(await showsTheSame(srgb)).toBe(true);
    expect(await showsTheSame(p3)).toBe(false);
    expect(await showsTheSame(Buffer.alloc(70_000))).toBe(false);
  });

  it('is applied where it says something, whatever it calls itself', async () => {
    const near = (value: number): unknown => expect.toSatisfy((one: number) => Math.abs(one - value) <= 3);
    expect(await keptOf(srgb)).toEqual([near(RED.r), near(RED.g), near(RED.b)]);
    const lying = Buffer.from(p3);
    const place = lying.indexOf(named('sP3C'));
    expect(place).toBeGreaterThan(0);
    named('sRGB').copy(lying, place);
    for (const wide of [p3, lying]) expect((await keptOf(wide))[0]).toBeGreaterThan(RED.r + 8);
  });
});

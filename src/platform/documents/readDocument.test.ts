import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { honestPdfs, honestPhotos } from '../../testing/documents/honestFiles.ts';
import { takePhoto } from '../../testing/documents/jpegFile.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import { seenByReader } from '../../testing/documents/seenByReader.ts';
import type { Inspection, Rendering } from './documents.ts';
import { createInspector } from './inspector.ts';

const LIMITS = { bytes: 5 * 1024 * 1024, pages: 100, pixels: 50_000_000 };
const inspector = createInspector();
afterAll(inspector.close);

const inspect = (content: Buffer, limits = {}): Promise<Inspection> =>
  inspector.inspect({ owner: 'somebody', limits: { ...LIMITS, ...limits }, read: async () => content });
async function taken(content: Buffer, limits = {}): Promise<Rendering> {
  const found = await inspect(content, limits);
  if ('fault' in found) throw new Error(found.fault);
  return found;
}

describe('A PDF as people have it', () => {
  it.each(honestPdfs)(
    'is taken and keeps its words, and nothing that acts: $name',
    async ({ make, words = '', size }) => {
      const sent = await make();
      const { kind, content } = await taken(sent);
      expect(kind).toBe('application/pdf');
      const seen = await seenByReader(content);
      expect(seen.text).toContain(words);
      expect(seen.active).toEqual([]);
      if (size !== undefined) expect(seen.size).toEqual(size);
    },
  );
  it('keeps as many pages as it had', async () => {
    const scan = honestPdfs.find(({ name }) => name.includes('three pages'));
    expect((await seenByReader((await taken((await scan?.make()) ?? onePage())).content)).pages).toBe(3);
  });
  it('is drawn as pictures when what was written anew would not fit, and refused when they would not either', async () => {
    const scan = (await honestPdfs.find(({ name }) => name.includes('three pages'))?.make()) ?? onePage();
    const drawn = await taken(scan, { bytes: 400_000 });
    expect(drawn.content.length).toBeLessThanOrEqual(400_000);
    expect(drawn.pages).toBe(3);
    expect(await seenByReader(drawn.content)).toMatchObject({ pages: 3, size: [595, 842], active: [] });
    expect(await inspect(scan, { bytes: 4_000 })).toEqual({ fault: 'too-large-rewritten' });
  });
});

describe('A photo as telephones take it', () => {
  it.each(honestPhotos)('is taken, upright, with nothing beside the image: $name', async ({ make, size }) => {
    const { kind, content } = await taken(await make());
    expect(kind).toBe('image/jpeg');
    const { format, orientation, exif, icc, iptc, xmp, width, height } = await sharp(content).metadata();
    expect({ format, beside: [orientation, exif, icc, iptc, xmp].filter((one) => one !== undefined) }).toEqual({
      format: 'jpeg',
      beside: [],
    });
    if (size !== undefined) expect([width, height]).toEqual(size);
    expect(Buffer.from(content).toString('latin1')).not.toContain('secret-marker');
  });
  it.each([
    [1, 'left', 'top'],
    [2, 'right', 'top'],
    [3, 'right', 'bottom'],
    [4, 'left', 'bottom'],
    [5, 'left', 'top'],
    [6, 'right', 'top'],
    [7, 'right', 'bottom'],
    [8, 'left', 'bottom'],
  ] as const)('turned as %d has its dark corner at the %s %s', async (orientation, side, end) => {
    const { content } = await taken(await takePhoto({ orientation }));
    const { data, info } = await sharp(content).greyscale().raw().toBuffer({ resolveWithObject: true });
    const row = end === 'top' ? 5 : info.height - 6;
    const column = side === 'left' ? 5 : info.width - 6;
    expect(data[row * info.width + column]).toBeLessThan(60);
  });
  it('of over fifty megapixels is refused, of fifty is read', async () => {
    const photo = await takePhoto({ width: 100, height: 80 });
    expect(await inspect(photo, { pixels: 7_999 })).toEqual({ fault: 'too-many-pixels' });
    expect(await inspect(photo, { pixels: 8_000 })).toMatchObject({ kind: 'image/jpeg' });
  });
  it('loses a little quality rather than being refused', async () => {
    const photo = await takePhoto({ width: 1200, height: 900 });
    const whole = await taken(photo);
    const smaller = await taken(photo, { bytes: whole.content.length - 1 });
    expect(smaller.content.length).toBeLessThan(whole.content.length);
    expect(await inspect(photo, { bytes: 1000 })).toEqual({ fault: 'too-large-rewritten' });
  });
});

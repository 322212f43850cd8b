import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onePage } from '../../testing/documents/pdfFile.ts';
import { createInspector, type Inspector } from './inspector.ts';

const LIMITS = { bytes: 5 * 1024 * 1024, pages: 100, pixels: 50_000_000 };
let inspector: Inspector;
beforeAll(() => {
  inspector = createInspector({ processes: 1 });
});
afterAll(() => inspector.close());

const LINES = Array.from(
  { length: 30 },
  (_, row) => `72 ${740 - row * 20} Td (Facture du mois de mars, ligne ${row}) Tj`,
);
const text = onePage({ content: LINES.map((line) => `BT /F1 12 Tf ${line} ET`).join('\n') });

/** A page of text as a photograph of it. */
async function photo(change: (image: Sharp) => Sharp = (image) => image): Promise<Buffer> {
  const drawn = await inspector.inspect({ owner: 'test', limits: LIMITS, read: async () => text, page: 1 });
  if ('fault' in drawn) throw new Error(drawn.fault);
  return change(sharp(drawn.content)).jpeg({ quality: 85 }).toBuffer();
}

async function hintsOn(content: Uint8Array): Promise<unknown> {
  const found = await inspector.inspect({ owner: 'test', limits: LIMITS, read: async () => content });
  if ('fault' in found) throw new Error(found.fault);
  return found.hints;
}

describe('A file that is made ready to be kept', () => {
  it('has nothing to say of a page that reads, photographed or not, with much on it or a line', async () => {
    expect(await hintsOn(text)).toEqual([]);
    expect(await hintsOn(onePage())).toEqual([]);
    expect(await hintsOn(await photo())).toEqual([]);
  });

  it('says what a photograph may lack: sharpness, light, size, anything at all', async () => {
    expect(await hintsOn(await photo((image) => image.blur(9)))).toEqual([{ page: 1, finding: 'blurred' }]);
    expect(await hintsOn(await photo((image) => image.linear(0.15, 0)))).toContainEqual({ page: 1, finding: 'dark' });
    expect(await hintsOn(await photo((image) => image.resize({ width: 700 })))).toContainEqual({
      page: 1,
      finding: 'small',
    });
    const paper = sharp({ create: { width: 1700, height: 2300, channels: 3, background: '#e8e6df' } });
    expect(await hintsOn(await paper.jpeg().toBuffer())).toEqual([{ page: 1, finding: 'blank' }]);
  });

  it('says it of a photograph taken sideways too, and of none too thin to be measured', async () => {
    const sideways = (image: Sharp): Sharp => image.rotate(270).withMetadata({ orientation: 6 });
    expect(await hintsOn(await photo(sideways))).toEqual([]);
    expect(await hintsOn(await photo((image) => sideways(image.blur(9))))).toEqual([{ page: 1, finding: 'blurred' }]);
    expect(await hintsOn(await photo((image) => image.resize(6000, 1, { fit: 'fill' })))).toEqual([]);
  });

  it('says which of several pages, that became one document', async () => {
    const pages = [await photo(), await photo((image) => image.blur(9))];
    const read = async () => pages.map((bytes) => ({ bytes, turns: 0 }));
    const joined = await inspector.join({ owner: 'test', limits: LIMITS, read });
    expect('hints' in joined && joined.hints).toEqual([{ page: 2, finding: 'blurred' }]);
  });

  it('is written on, whatever the colour of the pen', async () => {
    for (const ink of ['0.8 0.1 0.1', '0.1 0.2 0.7', '0 0.5 0.2']) {
      const written = onePage({ content: LINES.map((line) => `BT ${ink} rg /F1 12 Tf ${line} ET`).join('\n') });
      const drawn = await inspector.inspect({ owner: 'test', limits: LIMITS, read: async () => written, page: 1 });
      if ('fault' in drawn) throw new Error(drawn.fault);
      expect([ink, await hintsOn(written), await hintsOn(drawn.content)]).toEqual([ink, [], []]);
    }
  });

  it('is not measured where a page is only drawn', async () => {
    const drawn = await inspector.inspect({ owner: 'test', limits: LIMITS, read: async () => text, page: 1 });
    expect(drawn).not.toHaveProperty('hints');
  });
});

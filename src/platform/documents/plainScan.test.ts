import { degrees, PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { takePhoto } from '../../testing/documents/jpegFile.ts';
import { onePage, rawStream, stream, writePdf } from '../../testing/documents/pdfFile.ts';
import { drawPage } from './drawPage.ts';
import { openPdfium } from './pdfium.ts';
import { parsed } from './pdfObjects.ts';
import { openDocument, picture, withPage } from './pdfPages.ts';
import { plainScans } from './plainScan.ts';
import { readDocument } from './readDocument.ts';
import { jpegOf } from './redrawPdf.ts';
import { looksByItsPages, samePages } from './samePages.ts';

const LIMITS = { bytes: 5 * 1024 * 1024, pages: 100, pixels: 50_000_000 };
const photo = await takePhoto({ width: 600, height: 800 });
const A4 = { x: 0, y: 0, width: 600, height: 800 };

async function scan(draw: (page: PDFPage, pdf: PDFDocument) => unknown, image = photo): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([600, 800]);
  page.drawImage(await pdf.embedJpg(image), A4);
  await draw(page, pdf);
  return Buffer.from(await pdf.save());
}

/** How much a page read by its JPEG differs from what PDFium draws, in greys. */
async function difference(bytes: Buffer): Promise<number> {
  const seen = await drawPage(bytes, 1, 400);
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, bytes);
  if ('fault' in seen || 'locked' in opened) throw new Error('not drawn');
  const drawn = await jpegOf(
    withPage(pdfium, opened, 0, (page) => picture(pdfium, opened, page, 400)),
    82,
  );
  const greys = async (image: Uint8Array) => sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true });
  const [one, other] = [await greys(seen.content), await greys(drawn)];
  expect([one.info.width, one.info.height]).toEqual([other.info.width, other.info.height]);
  return one.data.reduce((sum, value, at) => sum + Math.abs(value - (other.data[at] ?? 0)), 0) / one.data.length;
}

const isScan = async (bytes: Buffer): Promise<boolean> => plainScans(await parsed(bytes))[0] !== null;
/** A page that draws so, and no line of words. */
const drawing = (content: string): Buffer =>
  writePdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> /ExtGState << /G << /ca 0.3 >> >> >> >>',
      stream(content),
      rawStream(
        photo.toString('latin1'),
        '/Type /XObject /Subtype /Image /Width 600 /Height 800 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
      ),
    ],
  });

describe('A page that is one photo from edge to edge', () => {
  it.each([0, 90, 180, 270])('is read by its JPEG as PDFium draws it, turned by %d degrees', async (turned) => {
    const bytes = await scan((page) => page.setRotation(degrees(turned)));
    expect(await isScan(bytes)).toBe(true);
    expect(await difference(bytes)).toBeLessThan(4);
  });

  it('is one in grey, or cut to where the photo is', async () => {
    const grey = await scan(() => undefined, await takePhoto({ width: 600, height: 800, grey: true }));
    expect([await isScan(grey), await difference(grey)]).toEqual([true, expect.toSatisfy((one: number) => one < 4)]);
    const cut = await scan((page) => {
      page.setMediaBox(-50, -50, 700, 900);
      page.setCropBox(2, 2, 598, 796);
    });
    expect([await isScan(cut), await difference(cut)]).toEqual([true, expect.toSatisfy((one: number) => one < 8)]);
  });

  it.each<[string, (page: PDFPage, pdf: PDFDocument) => unknown]>([
    ['something written over it', (page) => page.drawText('Vu', { x: 100, y: 100 })],
    ['a second photo', async (page, pdf) => page.drawImage(await pdf.embedJpg(photo), { ...A4, width: 200 })],
    ['room around it', (page) => page.setMediaBox(-60, 0, 660, 800)],
    ['a part of it cut off', (page) => page.setCropBox(0, 0, 500, 800)],
  ])('is none with %s', async (_, draw) => {
    const bytes = await scan(draw);
    expect(await isScan(bytes)).toBe(false);
    expect(await difference(bytes)).toBeLessThan(0.5);
  });

  it.each([
    ['as it is', true, 'q 600 0 0 800 0 0 cm /X Do Q'],
    ['in steps', true, 'q 1 0 0 1 300 0 cm 600 0 0 800 -300 0 cm /X Do Q'],
    ['in a mirror', false, 'q -600 0 0 800 600 0 cm /X Do Q'],
    ['slanted', false, 'q 600 30 0 800 0 0 cm /X Do Q'],
    ['twice', false, 'q 600 0 0 800 0 0 cm /X Do /X Do Q'],
    ['paler', false, 'q 600 0 0 800 0 0 cm /G gs /X Do Q'],
    ['not at all', false, 'q 600 0 0 800 0 0 cm Q'],
    ['by a name that is none', false, 'q 600 0 0 800 0 0 cm /Y Do Q'],
  ])('drawn %s: %s', async (_, expected, content) => {
    expect(await isScan(drawing(content))).toBe(expected);
    expect(await difference(drawing(content))).toBeLessThan(4);
  });

  it('keeps the bytes of its photo', async () => {
    const read = await readDocument(await scan(() => undefined), LIMITS);
    if ('fault' in read) throw new Error(read.fault);
    expect(plainScans(await parsed(read.content))[0]?.jpeg.length).toBe(photo.length);
    expect(Buffer.from(read.content).includes(photo)).toBe(true);
  });
});

describe('Two documents', () => {
  const same = async (one: Buffer, other: Buffer): Promise<boolean> =>
    samePages(await parsed(one), await parsed(other));

  it('look alike where objects and bytes of their pages are the same, however they are numbered', async () => {
    expect(await same(onePage(), onePage({ packed: true }))).toBe(true);
    expect(await same(onePage(), onePage({ catalog: '/Lang (fr)', version: '1.3' }))).toBe(true);
    expect(await same(onePage(), onePage({ page: '/CropBox [0 0 595 842]' }))).toBe(true);
  });

  it.each([
    ['other words', onePage({ text: 'Factures' })],
    ['another size', onePage({ mediaBox: '0 0 595 841' })],
    ['another turn', onePage({ page: '/Rotate 90' })],
    ['another cut', onePage({ page: '/CropBox [0 0 595 841]' })],
    ['another resource', onePage({ resources: '/ExtGState << /G << /ca 0.3 >> >>' })],
    ['another unit', onePage({ page: '/UserUnit 2' })],
  ])('do not with %s', async (_, other) => {
    expect(await same(onePage(), other)).toBe(false);
    expect(await same(other, onePage())).toBe(false);
  });

  it('do not with another number of pages, or the same photo with one byte changed', async () => {
    const twice = await PDFDocument.load(onePage());
    twice.addPage();
    expect(await same(onePage(), Buffer.from(await twice.save()))).toBe(false);
    const changed = Buffer.from(drawing('/X Do'));
    const at = changed.length >> 1;
    changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
    expect(await same(drawing('/X Do'), changed)).toBe(false);
  });

  it('say by their pages how they look, but for notes over them and layers', async () => {
    const byPages = async (bytes: Buffer): Promise<boolean> => looksByItsPages(await parsed(bytes));
    expect(await byPages(onePage())).toBe(true);
    expect(await byPages(onePage({ page: '/Annots []' }))).toBe(true);
    expect(await byPages(onePage({ page: '/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] >>]' }))).toBe(
      false,
    );
    expect(await byPages(onePage({ page: '/Annots 17' }))).toBe(false);
    expect(await byPages(onePage({ catalog: '/OCProperties << /OCGs [] >>' }))).toBe(false);
  });
});

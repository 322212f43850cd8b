import { type PDFContext, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { nameAt } from './pdfObjects.ts';

/** Pixels of a photo's longest side and the quality of its JPEG: 210 dots an inch on A4, then what still reads (150). */
export const DETAILS = [
  { longest: 2480, quality: 80 },
  { longest: 2480, quality: 66 },
  { longest: 1754, quality: 66 },
] as const satisfies readonly Detail[];

export type Detail = { readonly longest: number; readonly quality: number };

/** Of a photo with a mask or colours of its own, the parts belong together: it stays as it is. */
const BOUND = ['SMask', 'Mask', 'Decode', 'DecodeParms'];

/** The JPEG images of a PDF in less detail, each only where that makes it lighter. What can't be read stays as it is. */
export async function lightenPhotos(context: PDFContext, detail: Detail): Promise<void> {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !isPlainPhoto(object)) continue;
    const lighter = await lightened(object, detail).catch(() => null);
    if (lighter === null || lighter.data.length >= object.contents.length) continue;
    const dict = object.dict.clone(context);
    dict.set(PDFName.of('Width'), context.obj(lighter.info.width));
    dict.set(PDFName.of('Height'), context.obj(lighter.info.height));
    dict.set(PDFName.of('Length'), context.obj(lighter.data.length));
    context.assign(ref, PDFRawStream.of(dict, lighter.data));
  }
}

function isPlainPhoto({ dict }: PDFRawStream): boolean {
  return (
    nameAt(dict, 'Subtype') === 'Image' &&
    nameAt(dict, 'Filter') === 'DCTDecode' &&
    ['DeviceRGB', 'DeviceGray'].includes(nameAt(dict, 'ColorSpace') ?? '') &&
    BOUND.every((key) => dict.lookup(PDFName.of(key)) === undefined)
  );
}

function lightened({ contents, dict }: PDFRawStream, { longest, quality }: Detail) {
  return sharp(contents, { failOn: 'error' })
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .toColourspace(nameAt(dict, 'ColorSpace') === 'DeviceGray' ? 'b-w' : 'srgb')
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });
}

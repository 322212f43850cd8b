import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { heicPhoto } from './heicFile.ts';
import { takePhoto, withSegment } from './jpegFile.ts';
import { latin1, onePage, stream } from './pdfFile.ts';

/** Files as people give them, from the tools that people have. All must be taken, and look and read as before. */
export type HonestFile = {
  readonly name: string;
  readonly make: () => Buffer | Promise<Buffer>;
  /** Words that a reader finds in it before and after. */
  readonly words?: string;
  /** Width and height as shown: points of the first page, or pixels. */
  readonly size?: readonly [number, number];
};

const A4 = [595, 842] as const;
const saved = async (pdf: PDFDocument, useObjectStreams = true): Promise<Buffer> =>
  Buffer.from(await pdf.save({ useObjectStreams }));

export const honestPdfs: readonly HonestFile[] = [
  { name: 'an old PDF 1.3', words: 'Facture', size: A4, make: () => onePage({ version: '1.3' }) },
  { name: 'a PDF of object streams', words: 'Facture', size: A4, make: () => onePage({ packed: true }) },
  { name: 'a PDF with a link', words: 'Facture', make: () => onePage({ page: `/Annots [${LINK}]` }) },
  {
    name: 'a PDF that opens at its first page, with bookmarks',
    words: 'Facture',
    make: () =>
      onePage({
        catalog: '/OpenAction [3 0 R /Fit] /PageMode /UseOutlines /Outlines 6 0 R',
        more: ['<< /First 7 0 R /Last 7 0 R /Count 1 >>', '<< /Title (Page 1) /Parent 6 0 R /Dest [3 0 R /Fit] >>'],
      }),
  },
  {
    name: 'a PDF after a printer language',
    words: 'Facture',
    make: () => Buffer.concat([latin1('\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n'), onePage()]),
  },
  {
    name: 'a PDF after blanks, with blanks behind',
    words: 'Facture',
    make: () => Buffer.concat([latin1('\r\n\r\n'), onePage(), latin1('\n\0\0\0')]),
  },
  {
    name: 'a PDF whose table of objects is wrong',
    words: 'Facture',
    make: () =>
      latin1(
        onePage()
          .toString('latin1')
          .replace(/\d{10} 00000 n/g, '0000000001 00000 n'),
      ),
  },
  {
    name: 'a PDF with a name that looks like a lock',
    words: 'Facture',
    make: () => onePage({ catalog: '/Encryption 3 0 R' }),
  },
  {
    name: 'a PDF with fonts named like scripts',
    words: 'Facture',
    make: () =>
      onePage({
        resources: '/ExtGState << /JS << /CA 1 >> /EF << /CA 1 >> /AA << /ca 1 >> >>',
        content: '/JS gs /EF gs /AA gs',
      }),
  },
  { name: 'a filled form', words: 'Camille', make: () => filledForm(true) },
  { name: 'a filled form whose look was left to the reader', words: 'Camille', make: () => filledForm(false) },
  { name: 'a stamp over a page', words: 'Facture', make: stamped },
  { name: 'a scan of three pages with its text behind', words: 'texte lu', size: A4, make: scan },
  { name: 'a page turned and cropped', words: 'tourné', size: [400, 300], make: turned },
  { name: 'a PDF that was corrected and saved again', words: 'corrigée', make: corrected },
];

export const honestPhotos: readonly HonestFile[] = [
  { name: 'a photo', size: [320, 240], make: () => takePhoto() },
  ...[2, 3, 4].map((orientation) => ({
    name: `a photo turned as ${orientation}`,
    size: [320, 240] as const,
    make: () => takePhoto({ orientation }),
  })),
  ...[5, 6, 7, 8].map((orientation) => ({
    name: `a photo turned as ${orientation}`,
    size: [240, 320] as const,
    make: () => takePhoto({ orientation }),
  })),
  { name: 'a grey scan', size: [320, 240], make: () => takePhoto({ grey: true }) },
  { name: 'a photo in printer colours', size: [320, 240], make: () => takePhoto({ cmyk: true }) },
  { name: 'a progressive photo', size: [320, 240], make: () => takePhoto({ progressive: true }) },
  { name: 'a photo of 12 megapixels', size: [4000, 3000], make: () => takePhoto({ width: 4000, height: 3000 }) },
  {
    name: 'a photo with its film behind',
    make: async () => Buffer.concat([await takePhoto(), latin1('film'.repeat(5000))]),
  },
  {
    name: 'a photo with a maker note',
    make: async () => withSegment(await takePhoto(), 0xe5, Buffer.alloc(3000, 'x')),
  },
  {
    name: 'a PNG',
    size: [320, 240],
    make: async () =>
      sharp(await takePhoto())
        .png()
        .toBuffer(),
  },
  {
    name: 'a PNG of sixteen bits, grey',
    size: [320, 240],
    make: async () =>
      sharp(await takePhoto({ grey: true }))
        .toColourspace('grey16')
        .png()
        .toBuffer(),
  },
  {
    name: 'a WebP with a place',
    size: [240, 320],
    make: async () =>
      sharp(await takePhoto({ orientation: 6 }))
        .keepMetadata()
        .webp()
        .toBuffer(),
  },
  { name: 'a photo of an iPhone', size: [512, 256], make: () => heicPhoto({ exif: 'Exif\0\0secret-marker' }) },
  { name: 'a photo of an iPhone turned a quarter', size: [256, 512], make: () => heicPhoto({ turns: 1 }) },
];

const LINK =
  '<< /Type /Annot /Subtype /Link /Rect [72 600 300 640] /Border [0 0 0] /A << /S /URI /URI (https://application-de-numerisation.example) >> >>';

async function filledForm(drawn: boolean): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  const form = pdf.getForm();
  const field = form.createTextField('prenom');
  field.addToPage(page, { x: 72, y: 700, width: 200, height: 24 });
  field.setText('Camille');
  const box = form.createCheckBox('majeur');
  box.addToPage(page, { x: 72, y: 650, width: 16, height: 16 });
  box.check();
  form.updateFieldAppearances();
  if (!drawn) {
    for (const widget of field.acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
    form.acroForm.dict.set(PDFName.of('NeedAppearances'), pdf.context.obj(true));
  }
  return Buffer.from(await pdf.save({ updateFieldAppearances: false }));
}

async function stamped(): Promise<Buffer> {
  return onePage({
    page: '/Annots [6 0 R]',
    more: [
      '<< /Type /Annot /Subtype /Stamp /Rect [300 300 400 340] /F 4 /AP << /N 7 0 R >> /Contents (Vu) >>',
      stream('1 0 0 RG 4 w 2 2 96 36 re S', '/Type /XObject /Subtype /Form /BBox [0 0 100 40] /Resources << >>'),
    ],
  });
}

async function scan(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const sheet = await pdf.embedJpg(await takePhoto({ width: 1240, height: 1754 }));
  for (const number of [1, 2, 3]) {
    const page = pdf.addPage([595, 842]);
    page.drawText(`texte lu, page ${number}`, { x: 72, y: 700, size: 12, font, opacity: 0 });
    page.drawImage(sheet, { x: 0, y: 0, width: 595, height: 842 });
  }
  pdf.setTitle('Scan');
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of('fr'));
  return saved(pdf);
}

async function turned(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([500, 600]);
  page.setCropBox(50, 50, 300, 400);
  page.setRotation(degrees(90));
  page.drawText('tourné', { x: 100, y: 200, size: 20 });
  return saved(pdf, false);
}

/** A second revision behind the first, as readers write it when they save quickly. */
async function corrected(): Promise<Buffer> {
  const pdf = await PDFDocument.load(onePage(), { updateMetadata: false });
  const before = onePage();
  const [page] = pdf.getPages();
  page?.drawText('Adresse corrigée', { x: 72, y: 600, size: 14 });
  const whole = await saved(pdf, false);
  return whole.length > before.length ? whole : before;
}

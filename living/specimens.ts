import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { drawPage } from '../src/platform/documents/drawPage.ts';
import type { Draw } from './draw.ts';

/** A file as a candidate would send it. */
export type Specimen = { readonly name: string; readonly content: Buffer };

/** The documents of one kind of piece: as the service that issued it, and as a telephone sees it on a table. */
export type Specimens = { readonly papers: readonly Specimen[]; readonly photos: readonly Specimen[] };

const [WIDTH, HEIGHT] = [595, 842];
/** Some are scanned crooked, or in the dark. */
const PHOTOS = [
  { turned: 1.5, light: 1, name: 'IMG_20231103_182211.jpg' },
  { turned: -3, light: 0.72, name: 'photo.jpeg' },
] as const;

/** Written on every page that it is a specimen: no paper of anybody is imitated. */
export async function printSpecimens(title: string, code: string): Promise<Specimens> {
  const paper = await sheet(title, code);
  const photos = await Promise.all(
    PHOTOS.map(async ({ turned, light, name }) => ({ name, content: await photograph(paper, turned, light) })),
  );
  return { papers: [{ name: `${code.toLowerCase()}.pdf`, content: paper }], photos };
}

/** More and more people send photos; refusals are mostly of those. */
export function chooseSpecimen({ papers, photos }: Specimens, draw: Draw): Specimen {
  return draw.share() < 0.55 ? draw.one(papers) : draw.one(photos);
}

async function sheet(title: string, code: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle(`Spécimen : ${title}`);
  const page = document.addPage([WIDTH, HEIGHT]);
  const [bold, plain] = [
    await document.embedFont(StandardFonts.HelveticaBold),
    await document.embedFont(StandardFonts.Helvetica),
  ];
  const ink = rgb(0.1, 0.12, 0.2);
  const write = (text: string, at: { x: number; y: number; size: number }, font = plain): void =>
    page.drawText(printable(text), { ...at, font, color: ink, maxWidth: WIDTH - 120, lineHeight: at.size * 1.3 });
  write('Service qui n’existe pas', { x: 60, y: 780, size: 11 });
  write(title, { x: 60, y: 720, size: 20 }, bold);
  for (let line = 0; line < 14; line += 1)
    page.drawRectangle({
      x: 60,
      y: 600 - line * 24,
      width: 300 + ((line * 67) % 170),
      height: 7,
      color: rgb(0.8, 0.82, 0.86),
    });
  write(`Document fictif pour la pièce ${code}. Il ne prouve rien et ne vient de personne.`, {
    x: 60,
    y: 120,
    size: 11,
  });
  page.drawText('SPÉCIMEN', { x: 110, y: 330, size: 84, font: bold, color: rgb(0.75, 0.2, 0.2), opacity: 0.35 });
  return Buffer.from(await document.save());
}

/** The fonts that every reader of PDFs has know the letters of Western Europe. */
function printable(text: string): string {
  return text.replaceAll('’', "'").replaceAll('\u00a0', ' ').replaceAll('œ', 'oe');
}

async function photograph(paper: Buffer, turned: number, light: number): Promise<Buffer> {
  const drawn = await drawPage(paper, 1);
  if ('fault' in drawn) throw new Error(`A specimen that can't be drawn: ${drawn.fault}`);
  const table = { r: 94, g: 74, b: 58 };
  return sharp(drawn.content)
    .resize({ height: 1500 })
    .rotate(turned, { background: table })
    .extend({ top: 60, bottom: 60, left: 60, right: 60, background: table })
    .modulate({ brightness: light })
    .blur(0.6)
    .jpeg({ quality: 62 })
    .toBuffer();
}

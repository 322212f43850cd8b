import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { joinSheets } from '../src/platform/documents/joinSheets.ts';
import { readSquares } from '../src/platform/documents/readSquares.ts';
import { createPdfRenderer } from '../src/platform/pdf/renderPdf.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { confirmation, squareOf } from './confirmations.ts';

/**
 * What it takes to read a signed confirmation back: printed, rasterised by poppler (pdftoppm, 150 dots an inch), signed by hand or not, turned by
 * 3°, compressed, read. Milliseconds of the processor, of the reading alone. The answer to a deposit waits for it: at most 2,000.
 */
const AIM_MS = 2000;
const TEMPLATE = path.join(import.meta.dirname, '..', 'src', 'papers', 'templates', 'paper.typ');
const content = confirmation(7);
const words = content.parts.flat().flatMap((block) => (block.type === 'signature' ? block.signs : []));

const press = createPdfRenderer();
const bytes = await press.render({ template: TEMPLATE, data: content, squares: [squareOf(7, 1), squareOf(7, 2)] });
await press.close();
const folder = temporaryFolder('sheets');
writeFileSync(path.join(folder, 'print.pdf'), bytes);
execFileSync('pdftoppm', ['-r', '150', '-png', path.join(folder, 'print.pdf'), path.join(folder, 'page')]);
const pages = [1, 2].map((page) => readFileSync(path.join(folder, `page-${page}.png`)));
rmSync(folder, { recursive: true });

/** A stroke of a pen over the box of the signature, 0.5 mm wide: raw pixels, which need no reader of drawings. */
async function signed(page: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(page).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const foot = bottomOfBox(data, info);
  for (let at = 0; at < 2000; at += 1) {
    const [x, y] = [Math.round(225 + at / 8), Math.round(foot - 65 + 30 * Math.sin(at / 60))];
    for (let row = y; row < y + 3; row += 1)
      for (let column = x; column < x + 3; column += 1) data.set([20, 30, 120], (row * info.width + column) * 3);
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .png()
    .toBuffer();
}

/** The last long dark line of the page. */
function bottomOfBox(data: Buffer, { width, height }: { readonly width: number; readonly height: number }): number {
  for (let y = height - 1; y > 0; y -= 1) {
    let dark = 0;
    for (let x = 0; x < width; x += 1) if ((data[(y * width + x) * 3] ?? 255) < 128) dark += 1;
    if (dark > width / 2) return y;
  }
  throw new Error('No box');
}

const scanned = (page: Buffer, change: (image: Sharp) => Sharp, quality = 75): Promise<Buffer> =>
  change(sharp(page).flatten({ background: '#fff' }))
    .jpeg({ quality })
    .toBuffer();
const slanted = (image: Sharp): Sharp => image.rotate(3, { background: '#ddd' });
const joined = async (sheets: readonly Buffer[]): Promise<Uint8Array> => {
  const made = await joinSheets(
    sheets.map((one) => ({ bytes: one, turns: 0 })),
    { bytes: 5 * 1024 ** 2, pages: 100, pixels: 50_000_000 },
  );
  if ('fault' in made) throw new Error(made.fault);
  return made.content;
};

const [front = bytes, second = bytes] = pages;
const blank = sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#f4f4f0' } })
  .jpeg()
  .toBuffer();
const noisy = sharp({
  create: {
    width: 1654,
    height: 2339,
    channels: 3,
    background: '#808080',
    noise: { type: 'gaussian', mean: 128, sigma: 60 },
  },
})
  .jpeg()
  .toBuffer();
const scans: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'both pages, signed, 3°': async () =>
    joined([await scanned(front, slanted), await scanned(await signed(second), slanted)]),
  'both pages, not signed, 3°': async () => joined([await scanned(front, slanted), await scanned(second, slanted)]),
  'the second alone, signed': async () => scanned(await signed(second), slanted, 50),
  'the second alone, not signed': async () => scanned(second, slanted, 50),
  'six pages of noise': async () => joined(await Promise.all(Array.from({ length: 6 }, () => noisy))),
  'six pages without any code': async () => joined(await Promise.all(Array.from({ length: 6 }, () => blank))),
};
for (const [name, make] of Object.entries(scans)) {
  const scan = await make();
  const took: number[] = [];
  let said = '';
  for (let time = 0; time < 3; time += 1) {
    const from = process.cpuUsage();
    const { squares, empty } = await readSquares(scan, { bytes, words });
    const { user, system } = process.cpuUsage(from);
    took.push((user + system) / 1000);
    const found = squares.filter((one) => one !== null).length;
    said = `${found} of ${squares.length} codes; without ink: ${empty === null ? 'not looked at' : empty.join(', ') || 'none'}`;
  }
  const [first = 0, ...others] = took.map((ms) => Math.round(ms));
  const kept = Math.max(...took) < AIM_MS ? 'kept' : 'missed';
  process.stdout.write(
    `${name.padEnd(28)} ${first} ms, then ${others.join(' and ')} (aim: ${AIM_MS}: ${kept}); ${said}\n`,
  );
}

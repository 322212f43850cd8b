import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { hintsOf } from '../src/platform/documents/hints.ts';
import { READER_ENVIRONMENT } from '../src/platform/documents/inspector.ts';
import { readDocument } from '../src/platform/documents/readDocument.ts';
import { readSquares } from '../src/platform/documents/readSquares.ts';
import { heicPhoto } from '../src/testing/documents/heicFile.ts';
import { sideways } from './sideways.ts';

/**
 * What it takes to read the file of a person, each kind in a process of its own, which is warm as it is after some files: milliseconds of
 * the processor (the machine may be busy) and the most memory held; beside sharp alone decoding the same picture, in the same process
 * between two readings. Ratios are what to read. A reading is what a deposit asks: rewritten, and measured for its hints.
 */
const LIMITS = { bytes: 5 * 1024 * 1024, pages: 100, pixels: 50_000_000 };
const TIMES = 9;

type Work = {
  readonly name: string;
  /** Milliseconds of the processor. */
  readonly aim: number;
  readonly make: () => Promise<Sent>;
  readonly read: (file: Buffer) => Promise<string>;
};
type Sent = { readonly file: Buffer; readonly picture: Buffer | null };
type Measured = {
  readonly ms: number;
  readonly least: number;
  readonly alone: number;
  readonly megabytes: number;
  readonly said: string;
};

async function kept(file: Buffer): Promise<string> {
  const found = await readDocument(file, LIMITS);
  if ('fault' in found) throw new Error(found.fault);
  const hints = found.hints ?? (await hintsOf(found));
  return `${(found.content.length / 1024).toFixed(0)} kB kept, hints: ${hints.map(({ finding }) => finding).join(', ') || 'none'}`;
}

async function squares(file: Buffer): Promise<string> {
  const found = (await readSquares(file, null)).squares;
  return `${found.filter((one) => one !== null).length} of ${found.length} codes`;
}

const works: readonly Work[] = [
  { name: 'scan of text', aim: 50, make: () => scanOf(sheet()), read: kept },
  { name: 'scan of grain', aim: 50, make: () => scanOf(grain()), read: kept },
  { name: 'photo, JPEG', aim: 220, make: () => photo(97), read: kept },
  { name: 'photo, HEIC', aim: 1500, make: iphone, read: kept },
  { name: 'no code: scan of text', aim: 100, make: () => scanOf(sheet()), read: squares },
  { name: 'no code: scan of grain', aim: 100, make: () => scanOf(grain()), read: squares },
  { name: 'no code: photo', aim: 100, make: keptPhoto, read: squares },
];

async function photo(quality: number): Promise<Sent> {
  const file = await sideways(quality);
  return { file, picture: file };
}

/** As it is once it was read. */
async function keptPhoto(): Promise<Sent> {
  const found = await readDocument(await sideways(97), LIMITS);
  if ('fault' in found) throw new Error(found.fault);
  const file = Buffer.from(found.content);
  return { file, picture: file };
}

async function iphone(): Promise<Sent> {
  return { file: heicPhoto({ columns: 16, rows: 12, turns: 3 }), picture: null };
}

/** As a scanner gives it: one picture from edge to edge. */
async function scanOf(made: Promise<Buffer>): Promise<Sent> {
  const picture = await made;
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]).drawImage(await pdf.embedJpg(picture), { x: 0, y: 0, width: 595, height: 842 });
  return { file: Buffer.from(await pdf.save()), picture };
}

/** A part of the sheet of that photo, 200 dots an inch on A4: about a megabyte. */
async function sheet(): Promise<Buffer> {
  const part = sharp(await sideways(95)).extract({ left: 140, top: 140, width: 1930, height: 2730 });
  return part.resize(1654, 2339, { fit: 'fill' }).jpeg({ quality: 95 }).toBuffer();
}

/** The worst of sheets: nothing but grain, 150 dots an inch, about a megabyte. */
function grain(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 200, sigma: 18 } as const;
  return sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fff', noise } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

async function spent(act: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function measure({ read }: Work, { file, picture }: Sent): Promise<Measured> {
  const [took, bare]: number[][] = [[], []];
  let said = '';
  for (let time = 0; time < TIMES; time += 1) {
    took?.push(
      await spent(async () => {
        said = await read(file);
      }),
    );
    if (picture !== null) bare?.push(await spent(() => sharp(picture).raw().toBuffer()));
  }
  const megabytes = process.resourceUsage().maxRSS / 1024;
  return { ms: middle(took ?? []), least: Math.min(...(took ?? [])), alone: middle(bare ?? []), megabytes, said };
}

function inProcess({ name }: Work, sent: Sent): Promise<Measured> {
  const child = fork(fileURLToPath(import.meta.url), [name], {
    serialization: 'advanced',
    execArgv: process.execArgv,
    env: { ...process.env, ...READER_ENVIRONMENT },
  });
  return new Promise((resolve, reject) => {
    child.once('message', (measured: Measured) => {
      resolve(measured);
      child.disconnect();
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    child.send(sent);
  });
}

async function compare(named: string): Promise<void> {
  for (const work of works.filter(({ name }) => name.includes(named))) {
    const sent = await work.make();
    const { ms, least, alone, megabytes, said } = await inProcess(work, sent);
    const ratio = alone === 0 ? '' : `${(ms / alone).toFixed(1)} times decoding alone, `;
    process.stdout.write(
      `${work.name.padEnd(22)} ${(sent.file.length / 1e6).toFixed(1)} MB: ${ms.toFixed(0).padStart(4)} ms of processor (least ${least.toFixed(0)}), ${ratio}at most ${megabytes.toFixed(0)} MB; ${said} (aim: ${work.aim} ms: ${ms <= work.aim ? 'kept' : 'missed'})\n`,
    );
  }
}

const [, , named = ''] = process.argv;
const asked = process.send === undefined ? undefined : works.find(({ name }) => name === named);
if (asked === undefined) await compare(named);
else
  process.once('message', async ({ file, picture }: Sent) => {
    process.send?.(await measure(asked, { file: Buffer.from(file), picture: picture && Buffer.from(picture) }));
  });

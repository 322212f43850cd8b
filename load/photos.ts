import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { readDocument } from '../src/platform/documents/readDocument.ts';
import { heicPhoto } from '../src/testing/documents/heicFile.ts';
import { sideways } from './sideways.ts';

/**
 * What it takes to make photos of 12 megapixels ready to keep, each in a process of its own: processor time (the machine may be
 * busy) and the most memory held, beside sharp alone decoding a JPEG, turning it and writing it again. Ratios are what to read.
 */
const LIMITS = { bytes: 5 * 1024 * 1024, pages: 100, pixels: 50_000_000 };
const AIMS = { JPEG: { ms: 300, megabytes: 200 }, HEIC: { ms: 1500, megabytes: 350 } } as const;
const TIMES = 5;

const bare = (photo: Buffer): Promise<Buffer> => sharp(photo).autoOrient().jpeg({ quality: 90 }).toBuffer();

type Work = 'sharp alone' | 'JPEG' | 'HEIC';
type Measured = { readonly work: Work; readonly ms: number; readonly megabytes: number; readonly bytes: number };

async function measure(work: Work, photo: Buffer): Promise<Measured> {
  const took: number[] = [];
  let bytes = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const from = process.cpuUsage();
    if (work === 'sharp alone') bytes = (await bare(photo)).length;
    else {
      const found = await readDocument(photo, LIMITS);
      if ('fault' in found) throw new Error(`${work}: ${found.fault}`);
      bytes = found.content.length;
    }
    const { user, system } = process.cpuUsage(from);
    took.push((user + system) / 1000);
  }
  const median = took.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
  return { work, ms: median, megabytes: process.resourceUsage().maxRSS / 1024, bytes };
}

function inProcess(work: Work, photo: Buffer): Promise<Measured> {
  const child = fork(fileURLToPath(import.meta.url), [work], { serialization: 'advanced', execArgv: process.execArgv });
  return new Promise((resolve, reject) => {
    child.once('message', (measured: Measured) => {
      resolve(measured);
      child.disconnect();
    });
    child.once('exit', (code) => reject(new Error(`${work} ended with ${code}`)));
    child.send(photo);
  });
}

async function compare(): Promise<void> {
  const jpeg = await sideways();
  const heic = heicPhoto({ columns: 16, rows: 12, turns: 3 });
  const alone = await inProcess('sharp alone', jpeg);
  const say = ({ work, ms, megabytes, bytes }: Measured): string =>
    `${work.padEnd(12)} ${ms.toFixed(0).padStart(5)} ms of processor, ${(ms / alone.ms).toFixed(2)} times sharp alone; at most ${megabytes.toFixed(0)} MB; ${(bytes / 1024).toFixed(0)} kB kept`;
  process.stdout.write(
    `Photos of 12 megapixels, sideways (JPEG ${(jpeg.length / 1e6).toFixed(1)} MB), median of ${TIMES}\n`,
  );
  process.stdout.write(`${say(alone)}\n`);
  for (const [work, photo] of [
    ['JPEG', jpeg],
    ['HEIC', heic],
  ] as const) {
    const found = await inProcess(work, photo);
    const aim = AIMS[work];
    const kept = found.ms < aim.ms && found.megabytes < aim.megabytes;
    process.stdout.write(`${say(found)} (aim: ${aim.ms} ms, ${aim.megabytes} MB: ${kept ? 'kept' : 'missed'})\n`);
  }
}

const [, , work] = process.argv;
if (process.send === undefined) await compare();
else
  process.once('message', async (photo: Uint8Array) => {
    process.send?.(await measure(work as Work, Buffer.from(photo)));
  });

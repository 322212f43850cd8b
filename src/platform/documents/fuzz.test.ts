import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { actingPdfs, loadedPdfs, lockedPdfs, scriptedPdfs } from '../../testing/documents/activePdfs.ts';
import { honestPdfs, honestPhotos } from '../../testing/documents/honestFiles.ts';
import { type Luck, luck, mutant } from '../../testing/documents/mutants.ts';
import { nastyPhotos, polyglots } from '../../testing/documents/otherFiles.ts';
import { nastyPictures } from '../../testing/documents/otherPictures.ts';
import { seenByReader } from '../../testing/documents/seenByReader.ts';
import { createInspector } from './inspector.ts';

/**
 * Files changed at random: there is always a verdict, what is taken is inert, memory is bounded. A fixed slice here; minutes
 * of luck by `npm run fuzz`.
 */
const SEED = Number(process.env.REGISTRE_FUZZ_SEED ?? '20231115');
const SECONDS = Number(process.env.REGISTRE_FUZZ_SECONDS ?? '0');
const SLICE = 120;
const MEGABYTE = 1024 * 1024;
const BUDGET = { residentBytes: 900 * MEGABYTE, cpuSeconds: 4 };
const LIMITS = { bytes: 5 * MEGABYTE, pages: 100, pixels: 50_000_000 };
const LARGEST = 60_000;

const inspector = createInspector({ budget: BUDGET });
afterAll(inspector.close);

async function corpus(): Promise<readonly Buffer[]> {
  const makers = [
    ...[...honestPdfs, ...honestPhotos],
    ...[scriptedPdfs, loadedPdfs, actingPdfs, lockedPdfs, polyglots, nastyPhotos, nastyPictures].flat(),
  ];
  const made = await Promise.all(makers.map(({ make }) => make()));
  return made.filter(({ length }) => length > 0 && length < LARGEST);
}

/** The most that a child of ours ever held, in bytes, as Linux counts it. */
function mostHeld(): number {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
  const peaks = children
    .map((pid) => `/proc/${pid}/status`)
    .filter(existsSync)
    .map((file) => {
      const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8')) ?? [];
      return Number(kilobytes) * 1024;
    });
  return Math.max(0, ...peaks);
}

it(
  `gives every changed file a verdict, and takes none that acts (seed ${SEED})`,
  async () => {
    const files = await corpus();
    const until = performance.now() + SECONDS * 1000;
    const verdicts = new Map<string, number>();
    let tried = 0;
    let peak = 0;
    const one = async (chance: Luck): Promise<void> => {
      const content = mutant(files, chance);
      const found = await inspector.inspect({ owner: 'luck', limits: LIMITS, read: async () => content });
      const verdict = 'fault' in found ? found.fault : found.kind;
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      expect(verdict).not.toBe('busy');
      peak = Math.max(peak, mostHeld());
      if ('fault' in found) return;
      expect(found.content.length).toBeLessThanOrEqual(LIMITS.bytes);
      if (found.kind === 'image/jpeg') expect((await sharp(found.content).metadata()).exif).toBeUndefined();
      else expect((await seenByReader(found.content)).active).toEqual([]);
    };
    while (SECONDS > 0 ? performance.now() < until : tried < SLICE) {
      // Each has a seed of its own, so that one alone can be tried again.
      await Promise.all([one(luck(SEED + tried)), one(luck(SEED + tried + 1))]);
      tried += 2;
    }
    const said = [...verdicts].sort(([, a], [, b]) => b - a).map(([verdict, times]) => `${verdict} ${times}`);
    process.stdout.write(
      `${tried} files from seed ${SEED}: ${said.join(', ')}; at most ${Math.round(peak / MEGABYTE)} MB\n`,
    );
    expect([...verdicts.keys()]).toEqual(expect.arrayContaining(['application/pdf', 'image/jpeg', 'unreadable']));
    // Watched every 20 ms: what a file takes between two looks comes on top.
    expect(peak).toBeLessThan(BUDGET.residentBytes + 400 * MEGABYTE);
  },
  Math.max(SECONDS * 2000, 300_000),
);

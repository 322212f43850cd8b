import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism, constants, setPriority } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFairQueue } from '../fairQueue.ts';
import { workEntry } from '../work/entry.ts';
import type { Budget, ReadOrder, ReadReport } from './documentProcess.ts';
import type { DocumentLimits, Inspection } from './documents.ts';
import type { SheetToJoin } from './joinSheets.ts';
import type { Print, Squares } from './readSquares.ts';
import { sniff } from './sniff.ts';

/** Reads files of strangers in processes of their own: whatever a file does there, the site goes on. */
export type Inspector = {
  /** `read` is called when its turn comes: files that wait hold no memory. Throws only what `read` throws. */
  readonly inspect: (file: FileToInspect) => Promise<Inspection>;
  /** Several renderings of ours as one PDF; `read` is called when its turn comes. */
  readonly join: (files: {
    readonly owner: string;
    readonly limits: DocumentLimits;
    readonly read: () => Promise<readonly SheetToJoin[]>;
  }) => Promise<Inspection>;
  /**
   * What the square code of each of the first pages says, and which boxes of the print hold no ink; null where there is no time for it,
   * or the file took too much.
   */
  readonly readSquares: (
    file: Pick<FileToInspect, 'owner' | 'read'> & { readonly print: () => Promise<Print | null> },
  ) => Promise<Squares | null>;
  /** Milliseconds that the file which waits longest has waited. */
  readonly oldest: () => number;
  /** Does nobody wait? A file is then the next to be read, at the latest. */
  readonly isFree: () => boolean;
  readonly close: () => Promise<void>;
};

export type FileToInspect = {
  /** Whose it is: who was served longest ago is next, and nobody takes all the places. */
  readonly owner: string;
  readonly limits: DocumentLimits;
  readonly read: () => Promise<Uint8Array>;
  /** Draws this page alone, counted from 1, as a picture: `empty` beyond the last. */
  readonly page?: number;
  /** Pixels of that picture's longest side; undefined: so that small print reads. */
  readonly longest?: number;
};

export type InspectorOptions = {
  readonly processes: number;
  readonly budget: Budget;
  /** How many files wait at most, in all and of one owner; the next is refused as `busy`. */
  readonly places: { readonly all: number; readonly each: number };
};

const MEGABYTE = 1024 * 1024;
const DEFAULTS: InspectorOptions = {
  processes: availableParallelism(),
  budget: { residentBytes: 900 * MEGABYTE, cpuSeconds: 15 },
  places: { all: 300, each: 12 },
};
/** A process that holds more than this after a file makes room for a fresh one. */
const ENOUGH = 350 * MEGABYTE;
/** For a process that neither computes nor answers: no file takes that long. */
const SILENT_MS = 5 * 60_000;

const NOTHING = new Uint8Array();
/** Nothing is written. */
const NO_LIMITS: DocumentLimits = { bytes: 0, pages: 0, pixels: 0 };

export function createInspector(options: Partial<InspectorOptions> = {}): Inspector {
  const { processes, budget, places } = { ...DEFAULTS, ...options };
  const queue = createFairQueue({ atOnce: processes, perLane: places.each, inAll: places.all });
  const idle = new Set<ChildProcess>();
  const hired = new Set<ChildProcess>();
  let closed = false;

  const hire = (): ChildProcess => {
    const child = startProcess();
    hired.add(child);
    child.once('exit', () => {
      hired.delete(child);
      idle.delete(child);
    });
    return child;
  };
  const readOnce = async (order: ReadOrder): Promise<Inspection | Squares | null> => {
    const [child = hire()] = idle;
    idle.delete(child);
    const report = await ask(child, order);
    if (report !== null && 'inspection' in report && report.resident <= ENOUGH) idle.add(child);
    else if (child.connected) child.disconnect();
    if (report === null) return null;
    return 'spent' in report ? { fault: 'unreadable' } : report.inspection;
  };
  // An iPhone's photo takes the most memory of all: one at a time.
  let before: Promise<unknown> = Promise.resolve();
  const alone = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const turn = before.then(act);
    before = turn.catch(() => undefined);
    return turn;
  };
  const inspect = async ({ read, limits, page, longest }: FileToInspect): Promise<Inspection> => {
    if (closed) return { fault: 'busy' };
    const order = { bytes: await read(), limits, page: page ?? null, longest: longest ?? null, budget };
    const kind = sniff(order.bytes);
    return 'kind' in kind && kind.kind === 'image/heic' ? alone(() => readTwice(order)) : readTwice(order);
  };
  const readTwice = async (order: ReadOrder): Promise<Inspection> => {
    // A process that ended without a word may have been ended by the machine, not by the file: once more.
    const found = (await readOnce(order)) ?? (closed ? null : await readOnce(order));
    return found === null || 'squares' in found ? { fault: closed ? 'busy' : 'unreadable' } : found;
  };
  const readSquares = async (
    read: FileToInspect['read'],
    print: () => Promise<Print | null>,
  ): Promise<Squares | null> => {
    if (closed) return null;
    const order = { bytes: await read(), limits: NO_LIMITS, page: 'squares', longest: null, budget } as const;
    const found = await readOnce({ ...order, print: await print() });
    return found !== null && 'squares' in found ? found : null;
  };
  return {
    inspect: async (file) => {
      const turn = await queue.run(file.owner, () => inspect(file));
      return turn.ok ? turn.value : { fault: 'busy' };
    },
    join: async ({ owner, limits, read }) => {
      const turn = await queue.run(
        owner,
        async (): Promise<Inspection> =>
          closed ? { fault: 'busy' } : readTwice({ bytes: NOTHING, limits, page: await read(), longest: null, budget }),
      );
      return turn.ok ? turn.value : { fault: 'busy' };
    },
    readSquares: async ({ owner, read, print }) => {
      const turn = await queue.run(owner, () => readSquares(read, print));
      return turn.ok ? turn.value : null;
    },
    oldest: queue.oldest,
    isFree: () => !closed && queue.isFree(),
    close: async () => {
      closed = true;
      await Promise.all([...hired].map(ended));
    },
  };
}

/** Our own code and its libraries: not the files of people, nor the secrets that may stand beside them. */
const CODE = path.resolve(import.meta.dirname, '../..');
const READABLE = [
  CODE,
  path.join(CODE, '..', 'package.json'),
  librariesOf(fileURLToPath(import.meta.resolve('sharp'))),
];

function librariesOf(file: string): string {
  return file.slice(0, file.lastIndexOf(`${path.sep}node_modules${path.sep}`) + '/node_modules'.length);
}

/** Large pages of memory where Linux has them: giving an image its memory in small ones is a tenth of what it takes to read it. */
export const READER_ENVIRONMENT = {
  MALLOC_ARENA_MAX: '2',
  UV_THREADPOOL_SIZE: '2',
  GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
} as const;

/** Nothing of our environment (secrets, addresses), no writing, no programs, no network; and nothing of it on our streams. */
function startProcess(): ChildProcess {
  const child = fork(fileURLToPath(workEntry('./documentProcess', import.meta.url)), [], {
    env: READER_ENVIRONMENT,
    execArgv: [
      '--permission',
      ...READABLE.map((place) => `--allow-fs-read=${place}`),
      '--allow-addons',
      '--allow-worker',
      '--max-old-space-size=400',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Who looks at a page comes before what is read behind it.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  // What can't be started or told ends too: whoever asked learns it from that.
  child.on('error', () => child.kill('SIGKILL'));
  return child;
}

/** null: it ended, or was ended for its silence, without a word. */
function ask(child: ChildProcess, order: ReadOrder): Promise<ReadReport | null> {
  return new Promise((resolve) => {
    const silent = setTimeout(() => child.kill('SIGKILL'), SILENT_MS);
    child.ref();
    child.channel?.ref();
    const answered = (report: ReadReport | null): void => {
      clearTimeout(silent);
      child.unref();
      child.channel?.unref();
      child.removeAllListeners('message');
      child.off('exit', gone).off('error', gone);
      resolve(report);
    };
    const gone = (): void => answered(null);
    child.once('message', answered);
    child.once('exit', gone).once('error', gone);
    if (child.exitCode !== null || child.signalCode !== null) gone();
    else child.send(order, (error) => (error === null ? undefined : gone()));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const exit = new Promise((resolve) => child.once('exit', resolve));
  if (child.connected) child.disconnect();
  child.kill('SIGKILL');
  await exit;
}

import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Budget, ReadOrder, ReadReport } from './documentProcess.ts';
import type { DocumentLimits, Inspection } from './documents.ts';

/** Reads files of strangers in processes of their own: whatever a file does there, the site goes on. */
export type Inspector = {
  /** `read` is called when its turn comes: files that wait hold no memory. Throws only what `read` throws. */
  readonly inspect: (file: FileToInspect) => Promise<Inspection>;
  readonly close: () => Promise<void>;
};

export type FileToInspect = {
  /** Whose it is: who was served longest ago is next, and nobody takes all the places. */
  readonly owner: string;
  readonly limits: DocumentLimits;
  readonly read: () => Promise<Uint8Array>;
};

export type InspectorOptions = {
  readonly processes: number;
  readonly budget: Budget;
  /** How many files wait at most in all, and are here at most of one owner; the next is refused as `busy`. */
  readonly places: { readonly all: number; readonly each: number };
};

const MEGABYTE = 1024 * 1024;
const DEFAULTS: InspectorOptions = {
  processes: Math.min(2, availableParallelism()),
  budget: { residentBytes: 900 * MEGABYTE, cpuSeconds: 15 },
  places: { all: 300, each: 12 },
};
/** A process that holds more than this after a file makes room for a fresh one. */
const ENOUGH = 350 * MEGABYTE;
/** For a process that neither computes nor answers: no file takes that long. */
const SILENT_MS = 5 * 60_000;

type Waiting = FileToInspect & { readonly settle: (outcome: Promise<Inspection>) => void };

export function createInspector(options: Partial<InspectorOptions> = {}): Inspector {
  const { processes, budget, places } = { ...DEFAULTS, ...options };
  const waiting: Waiting[] = [];
  const present = new Map<string, number>();
  const served = new Map<string, number>();
  const idle: ChildProcess[] = [];
  const hired = new Set<ChildProcess>();
  let busy = 0;
  let turn = 0;
  let closed = false;

  const hire = (): ChildProcess => {
    const child = startProcess();
    hired.add(child);
    child.once('exit', () => {
      hired.delete(child);
      if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
    });
    return child;
  };
  const dismiss = (child: ChildProcess): void => {
    hired.delete(child);
    if (child.connected) child.disconnect();
  };
  const readOnce = async (order: ReadOrder): Promise<Inspection | null> => {
    const child = idle.pop() ?? hire();
    const report = await ask(child, order);
    if (report === null || 'spent' in report) {
      dismiss(child);
      return report === null ? null : { fault: 'unreadable' };
    }
    if (report.resident > ENOUGH || closed) dismiss(child);
    else idle.push(child);
    return report.inspection;
  };
  const inspectNow = async ({ read, limits }: FileToInspect): Promise<Inspection> => {
    const order = { bytes: await read(), limits, budget };
    // A process that ended without a word may have been ended by the machine, not by the file: once more.
    const found = (await readOnce(order)) ?? (closed ? null : await readOnce(order));
    return found ?? { fault: closed ? 'busy' : 'unreadable' };
  };
  const takeNext = (): Waiting | undefined => {
    const turns = waiting.map(({ owner }) => served.get(owner) ?? 0);
    return waiting.splice(turns.indexOf(Math.min(...turns)), 1)[0];
  };
  const work = async (): Promise<void> => {
    busy += 1;
    for (let next = takeNext(); next !== undefined; next = takeNext()) {
      turn += 1;
      served.set(next.owner, turn);
      const outcome = inspectNow(next);
      next.settle(outcome);
      await outcome.catch(() => undefined);
      count(present, next.owner, -1);
      if (!present.has(next.owner)) served.delete(next.owner);
    }
    busy -= 1;
  };
  return {
    inspect: (file) => {
      if (closed || waiting.length >= places.all || (present.get(file.owner) ?? 0) >= places.each)
        return Promise.resolve({ fault: 'busy' });
      count(present, file.owner, 1);
      return new Promise((settle) => {
        waiting.push({ ...file, settle });
        if (busy < processes) void work();
      });
    },
    close: async () => {
      closed = true;
      for (const { settle } of waiting.splice(0)) settle(Promise.resolve({ fault: 'busy' }));
      await Promise.all([...hired].map(ended));
    },
  };
}

function count(map: Map<string, number>, key: string, by: number): void {
  const left = (map.get(key) ?? 0) + by;
  if (left > 0) map.set(key, left);
  else map.delete(key);
}

/** Nothing of our environment (secrets, addresses), no writing, no programs, no network; and nothing of it on our streams. */
function startProcess(): ChildProcess {
  const name = import.meta.url.endsWith('.ts') ? './documentProcess.ts' : './documentProcess.js';
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), [], {
    env: { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
    execArgv: ['--permission', '--allow-fs-read=*', '--allow-addons', '--allow-worker', '--max-old-space-size=400'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
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

import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { type FileHandle, mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result, refuse } from '../result.ts';
import { codeOf, folderFault } from './fault.ts';
import type { StoredBytes } from './store.ts';

/** A draft older than this is what a killed process left: nothing takes longer to arrive (see LONGEST_REQUEST_MS). */
const DRAFT_LIVES_MS = 3_600_000;

export type Draft = StoredBytes & {
  /** It stands there from now on, whole and for good, and is no draft any more. */
  readonly moveTo: (place: string) => Promise<void>;
};

/** Where files arrive before anybody has accepted them. */
export type Spool = {
  /** The whole of `content` stands in a draft while `keep` looks at it; then the draft is gone. */
  readonly through: <Kept>(content: AsyncIterable<Buffer>, keep: (draft: Draft) => Promise<Kept>) => Promise<Kept>;
  /** Forgets what killed processes left; says how many. */
  readonly sweep: () => Promise<number>;
};

/** `isNew`: where what it stands in is missing too, that is made. */
export function openSpool(folder: string, isNew: boolean): Spool {
  try {
    if (isNew || existsSync(path.dirname(folder))) mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // The first who needs it is told.
  }
  return {
    through: async (content, keep) => {
      const draft = path.join(folder, randomUUID());
      const opened = await attempt(() => open(draft, 'wx', 0o600));
      const handle = opened.ok ? opened.value : null;
      let stands = true;
      try {
        const size = await receive(content, opened, folder);
        const moveTo = async (place: string): Promise<void> => {
          await moveFile(draft, place);
          stands = false;
          // Its key is a new one, which nobody knows before this is done: one wait for the disk serves both.
          await Promise.all([handle?.sync(), forceFolder(path.dirname(place))]).catch(async (error: unknown) => {
            await rm(place, { force: true }).catch(() => undefined);
            throw error;
          });
        };
        return await keep({ size, moveTo, read: () => readBack(draft) });
      } finally {
        await handle?.close().catch(() => undefined);
        if (stands && opened.ok) await rm(draft, { force: true }).catch(() => undefined);
      }
    },
    sweep: () => sweep(folder),
  };
}

/** What was received a moment ago: where it can't be read, the disk has gone. */
export function readBack(file: string): Promise<Buffer> {
  return readFile(file).catch((error: unknown) => {
    throw folderFault(path.dirname(file), error);
  });
}

/** Bytes that are written at once: each call of the system has its price, and each upload holds them. */
const AT_ONCE = 256 * 1024;

/**
 * Gives how many bytes came. A disk that refuses is no reason to stop reading: the sender hears of it once all was sent, on a line that can
 * be used again.
 */
async function receive(
  content: AsyncIterable<Buffer>,
  opened: Result<FileHandle, unknown>,
  folder: string,
): Promise<number> {
  let size = 0;
  let disk: Result<unknown, unknown> = opened;
  let [chunks, held]: [Buffer[], number] = [[], 0];
  const write = async (): Promise<void> => {
    const together = chunks;
    [chunks, held] = [[], 0];
    if (disk.ok && opened.ok && together.length > 0) disk = await attempt(() => writeAll(opened.value, together));
  };
  for await (const chunk of content) {
    size += chunk.length;
    held += chunk.length;
    chunks.push(chunk);
    if (held >= AT_ONCE) await write();
  }
  await write();
  if (!disk.ok) throw folderFault(folder, disk.error);
  return size;
}

/** The system may take less than it was given. */
async function writeAll(handle: FileHandle, chunks: readonly Buffer[]): Promise<void> {
  const { bytesWritten } = await handle.writev(chunks);
  const whole = chunks.reduce((sum, { length }) => sum + length, 0);
  if (bytesWritten < whole) await handle.appendFile(Buffer.concat(chunks).subarray(bytesWritten));
}

/** Under its name at once, or not at all. */
async function moveFile(draft: string, place: string): Promise<void> {
  const moved = await attempt(() => rename(draft, place));
  if (moved.ok) return;
  if (codeOf(moved.error) !== 'ENOENT') throw moved.error;
  const made = await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  if (made !== undefined) await forceFolder(path.dirname(made));
  await rename(draft, place);
}

type Forcing = { readonly now: Promise<void>; next: Promise<void> | null };
const forcing = new Map<string, Forcing>();

/** What it names is still there after a power cut. Who asks while it is being forced waits for the next time, with all others who do. */
function forceFolder(folder: string): Promise<void> {
  const underWay = forcing.get(folder);
  if (underWay === undefined) return forceNow(folder);
  const again = (): Promise<void> => forceNow(folder);
  underWay.next ??= underWay.now.then(again, again);
  return underWay.next;
}

function forceNow(folder: string): Promise<void> {
  const one: Forcing = { now: syncFolder(folder), next: null };
  forcing.set(folder, one);
  const over = (): void => {
    if (forcing.get(folder) === one) forcing.delete(folder);
  };
  one.now.then(over, over);
  return one.now;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function attempt<T>(act: () => Promise<T>): Promise<Result<T, unknown>> {
  return act().then(ok, refuse);
}

async function sweep(folder: string): Promise<number> {
  let swept = 0;
  try {
    for await (const { name } of await opendir(folder)) {
      const file = path.join(folder, name);
      // Another node may have moved it meanwhile.
      const modified = await stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => Number.POSITIVE_INFINITY,
      );
      if (Temporal.Now.instant().epochMilliseconds - modified <= DRAFT_LIVES_MS) continue;
      await rm(file, { force: true });
      swept += 1;
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw folderFault(folder, error);
  }
  return swept;
}

import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, opendir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { ok, type Result, refuse } from '../result.ts';
import { codeOf, folderFault } from './fault.ts';
import type { StoredBytes } from './store.ts';

/** A draft older than this is what a killed process left: nothing takes longer to arrive (see LONGEST_REQUEST_MS). */
const DRAFT_LIVES_MS = 3_600_000;

export type Draft = StoredBytes & { readonly path: string };

/** Where files arrive before anybody has accepted them. */
export type Spool = {
  /** The whole of `content` stands in a draft, on disk for good, while `keep` looks at it; then the draft is gone. */
  readonly through: <Kept>(content: Readable, keep: (draft: Draft) => Promise<Kept>) => Promise<Kept>;
  /** Forgets what killed processes left; says how many. */
  readonly sweep: () => Promise<number>;
};

export function openSpool(folder: string): Spool {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // The first who needs it is told.
  }
  return {
    through: async (content, keep) => {
      const draft = path.join(folder, randomUUID());
      try {
        return await keep(await receive(content, draft));
      } finally {
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
    sweep: () => sweep(folder),
  };
}

/**
 * Measures and hashes on the way. A disk that refuses is no reason to stop reading: the sender hears of it once all was sent,
 * on a line that can be used again.
 */
async function receive(content: Readable, draft: string): Promise<Draft> {
  const digest = createHash('sha256');
  let size = 0;
  const opened = await attempt(() => open(draft, 'wx', 0o600));
  const handle = opened.ok ? opened.value : null;
  let disk: Result<unknown, unknown> = opened;
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      digest.update(chunk);
      size += chunk.length;
      if (disk.ok) disk = await attempt(async () => handle?.appendFile(chunk));
    }
    if (disk.ok) disk = await attempt(async () => handle?.sync());
  } finally {
    await attempt(async () => handle?.close());
  }
  if (!disk.ok) throw folderFault(path.dirname(draft), disk.error);
  return { path: draft, size, sha256: digest.digest('hex'), read: () => readFile(draft) };
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

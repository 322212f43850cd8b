import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where files of people stand: under keys of our own making, outside what the web serves. */
export type FileStore = {
  /** Streams a file in. Nothing is kept unless the whole of it arrived and `accept` says yes; throws what cut the stream. */
  readonly put: (
    key: string,
    content: Readable,
    accept: (received: StoredBytes) => Promise<boolean>,
  ) => Promise<StoredBytes | null>;
  readonly open: (key: string) => Promise<Readable>;
  readonly read: (key: string) => Promise<Buffer>;
  readonly write: (key: string, content: Buffer) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};

export type StoredBytes = {
  readonly size: number;
  readonly sha256: string;
  /** The bytes received, to look at before they are accepted. */
  readonly read: () => Promise<Buffer>;
};

/** A draft older than this is what a killed process left. */
const DRAFT_LIVES_MS = 3_600_000;

/**
 * `file:` folders. What arrives is spooled beside the store, made durable, and only then moved to its key, so that a key
 * never holds half a file. Object stores (`s3:`) come with the operations work; the shape of keys is theirs already.
 */
export function openFileStore(url: URL): FileStore {
  const root = fileURLToPath(url);
  const drafts = path.join(root, 'drafts');
  mkdirSync(drafts, { recursive: true, mode: 0o700 });
  forgetOldDrafts(drafts);
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }));
  const put: FileStore['put'] = async (key, content, accept) => {
    const draft = path.join(drafts, randomUUID());
    const handle = await open(draft, 'wx', 0o600);
    try {
      const received = await spool(content, handle, draft);
      if (!(await accept(received))) return null;
      // Not the disk's own `move`: for folders it copies, so that a crash could leave half a file under the key.
      const place = path.join(root, key);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await rename(draft, place);
      await syncFolder(path.dirname(place));
      return { ...received, read: () => readFile(place) };
    } finally {
      await handle.close();
      await rm(draft, { force: true });
    }
  };
  return {
    put,
    open: async (key) => {
      const stream = await disk.getStream(key);
      // A file that isn't there must be known before the headers of its page leave.
      await once(stream, 'open');
      return stream;
    },
    read: async (key) => Buffer.from(await disk.getBytes(key)),
    write: async (key, content) => void (await put(key, Readable.from([content]), async () => true)),
    remove: (key) => disk.delete(key),
  };
}

/** Measures and hashes on the way; on disk for good when it returns: a deposit is acknowledged only once it would survive a power cut. */
async function spool(content: Readable, handle: FileHandle, draft: string): Promise<StoredBytes> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    digest.update(chunk);
    size += chunk.length;
    await handle.appendFile(chunk);
  }
  await handle.sync();
  return { size, sha256: digest.digest('hex'), read: () => readFile(draft) };
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function forgetOldDrafts(drafts: string): void {
  for (const name of readdirSync(drafts)) {
    const file = path.join(drafts, name);
    // Another node may have moved it meanwhile.
    const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    const age = Temporal.Now.instant().epochMilliseconds - modified;
    if (age > DRAFT_LIVES_MS) rmSync(file, { force: true });
  }
}

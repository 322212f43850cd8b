import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where files of people stand: under keys of our own making, outside what the web serves. */
export type FileStore = {
  /** Streams a file in. Nothing is kept unless the whole of it arrived and `accept` says yes. */
  readonly put: (
    key: string,
    content: Readable,
    accept: (stored: StoredBytes) => Promise<boolean>,
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

/** `file:` folders. Object stores (`s3:`) come with the operations work; the shape of keys is already theirs (ASCII, slashes). */
export function openFileStore(url: URL): FileStore {
  const root = fileURLToPath(url);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }));
  return {
    put: async (key, content, accept) => {
      const draft = `drafts/${randomUUID()}`;
      const digest = createHash('sha256');
      let size = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          digest.update(chunk);
          size += chunk.length;
          done(null, chunk);
        },
      });
      content.once('error', (error) => meter.destroy(error));
      try {
        await disk.putStream(draft, content.pipe(meter));
        const stored = {
          size,
          sha256: digest.digest('hex'),
          read: async () => Buffer.from(await disk.getBytes(draft)),
        };
        if (!(await accept(stored))) return null;
        await flush(path.join(root, draft));
        await disk.move(draft, key);
        await flush(path.dirname(path.join(root, key)));
        return { ...stored, read: async () => Buffer.from(await disk.getBytes(key)) };
      } finally {
        await disk.delete(draft).catch(() => undefined);
      }
    },
    open: (key) => disk.getStream(key),
    read: async (key) => Buffer.from(await disk.getBytes(key)),
    write: async (key, content) => {
      const draft = `drafts/${randomUUID()}`;
      await disk.putStream(draft, Readable.from([content]));
      await flush(path.join(root, draft));
      await disk.move(draft, key);
    },
    remove: (key) => disk.delete(key),
  };
}

/** A deposit is acknowledged only once it would survive a power cut. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

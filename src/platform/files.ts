import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { StoreFault } from './files/fault.ts';
import { openFolder } from './files/folder.ts';
import { openBucket } from './files/s3.ts';
import { readS3Address } from './files/s3Address.ts';
import type { FileStore } from './files/store.ts';
import { UUID_PATTERN } from './uuid.ts';

export { MissingFile, StoreFault } from './files/fault.ts';

export type { FileStore, StoredBytes } from './files/store.ts';

/**
 * `file:` folders and `s3:` buckets. `drafts`: where this machine spools what arrives for a bucket. `isNew`: may its folder be made where there
 * is none?
 */
export function openFileStore(url: URL, drafts: string, isNew = true): FileStore {
  if (url.protocol === 'file:') return openFolder(fileURLToPath(url), isNew);
  const address = readS3Address(url);
  if (!address.ok) throw new StoreFault(`FILES_URL ${address.error}`, null, true);
  return openBucket(address.value, drafts);
}

/** Keys of what is only written to see whether writing works; a crash may leave one. */
export const trials = {
  makes: new RegExp(`^trials/${UUID_PATTERN}$`),
  named: async (): Promise<ReadonlySet<string>> => new Set(),
};

/** Writes a file, reads it again and removes it; throws a `StoreFault` when that can't be done. */
export async function tryStore(store: FileStore, bytes = 1): Promise<void> {
  const key = `trials/${randomUUID()}`;
  const content = Buffer.alloc(bytes, 'essai');
  await store.write(key, content);
  const same = (await store.read(key)).equals(content);
  await store.remove(key);
  if (!same) throw new StoreFault('the store of files gives back something else than what was written', null);
}

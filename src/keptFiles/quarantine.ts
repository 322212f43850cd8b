import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import type { FileStore } from '../platform/files.ts';
import { UUID_PATTERN } from '../platform/uuid.ts';

/**
 * Bytes of a stranger that nobody has read yet: kept encrypted, each file by a key of its own, which stands in the row that waits and goes
 * with it. So whoever has the store alone reads nothing, and what a bucket still versions of them says nothing any more.
 */
export type Quarantined = {
  readonly key: string;
  /** Of this file alone, in base64. */
  readonly secret: string;
};

/** What arrived, as its sender sent it. */
export type ArrivedBytes = {
  readonly size: number;
  readonly sha256: string;
  /** Enough of them to say which sort of file it is. */
  readonly first: Buffer;
  readonly read: () => Promise<Buffer>;
};

export const ASIDE_KEYS = new RegExp(`^quarantine/${UUID_PATTERN}$`);
const CIPHER = 'aes-256-gcm';
const [SECRET_BYTES, TAG_BYTES, FIRST_BYTES] = [32, 16, 1024];
/** A key serves for one file alone: there is nothing that a second beginning would have to differ from. */
const BEGINNING = Buffer.alloc(12);

/** A place that no file has yet. */
export function newAside(): Quarantined {
  return { key: `quarantine/${randomUUID()}`, secret: randomBytes(SECRET_BYTES).toString('base64') };
}

/** Streams a file in, encrypted on its way to the disk; it stays where `keep` says so once it is there whole. */
export async function putAside(
  files: Pick<FileStore, 'put'>,
  { key, secret }: Quarantined,
  content: AsyncIterable<Buffer>,
  keep: (arrived: ArrivedBytes) => Promise<boolean>,
): Promise<void> {
  const cipher = createCipheriv(CIPHER, Buffer.from(secret, 'base64'), BEGINNING);
  const digest = createHash('sha256');
  let [size, first] = [0, Buffer.alloc(0)];
  async function* encrypted(): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      digest.update(chunk);
      size += chunk.length;
      if (first.length < FIRST_BYTES) first = Buffer.concat([first, chunk.subarray(0, FIRST_BYTES - first.length)]);
      yield cipher.update(chunk);
    }
    yield cipher.final();
    yield cipher.getAuthTag();
  }
  await files.put(key, encrypted(), ({ read }) =>
    keep({ size, sha256: digest.digest('hex'), first, read: async () => decrypted(await read(), secret) }),
  );
}

/** Throws where these aren't the bytes that were put there. */
export async function readAside(files: Pick<FileStore, 'read'>, { key, secret }: Quarantined): Promise<Buffer> {
  return decrypted(await files.read(key), secret);
}

function decrypted(kept: Buffer, secret: string): Buffer {
  const decipher = createDecipheriv(CIPHER, Buffer.from(secret, 'base64'), BEGINNING, { authTagLength: TAG_BYTES });
  const end = kept.length - TAG_BYTES;
  decipher.setAuthTag(kept.subarray(end));
  return Buffer.concat([decipher.update(kept.subarray(0, end)), decipher.final()]);
}

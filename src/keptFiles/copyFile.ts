import { randomUUID } from 'node:crypto';
import type { FileStore } from '../platform/files.ts';
import { ok, type Result } from '../platform/result.ts';
import type { ReceivedFile } from './keptFile.ts';
import { newAside } from './quarantine.ts';
import { refusalOf } from './receiveFile.ts';
import type { FileRefusal } from './refusals.ts';

/** The same bytes once more, under a key of their own: what becomes of one doesn't touch the other. */
export async function copyFile(
  { files }: { readonly files: Pick<FileStore, 'read' | 'write'> },
  folder: string,
  file: ReceivedFile,
): Promise<Result<ReceivedFile, FileRefusal>> {
  const { unread } = file;
  const fileKey = unread === null ? `${folder}/${randomUUID()}` : newAside().key;
  try {
    await files.write(fileKey, await files.read(file.fileKey));
    const copied =
      unread === null ? null : { ...unread, parts: unread.parts.map((part) => ({ ...part, key: fileKey })) };
    return ok({ ...file, fileKey, unread: copied });
  } catch (error) {
    return refusalOf(error);
  }
}

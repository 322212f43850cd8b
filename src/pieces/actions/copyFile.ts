import { randomUUID } from 'node:crypto';
import { StoreFault } from '../../platform/files.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PiecesDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import type { ReceivedFile } from './receiveFile.ts';

/** The same bytes once more, under a key of their own: what becomes of one doesn't touch the other. */
export async function copyFile(
  { files }: Pick<PiecesDeps, 'files'>,
  folder: string,
  file: ReceivedFile,
): Promise<Result<ReceivedFile, Refusal>> {
  const fileKey = `${folder}/${randomUUID()}`;
  try {
    await files.write(fileKey, await files.read(file.fileKey));
    return ok({ ...file, fileKey });
  } catch (error) {
    if (error instanceof StoreFault) return refuse({ code: 'store-unwritable' });
    throw error;
  }
}

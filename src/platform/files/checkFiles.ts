import { createHash } from 'node:crypto';
import { type FileStore, MissingFile } from '../files.ts';
import type { Log } from '../log.ts';
import type { FileFault, KeptFile, Ledger } from './ledger.ts';

const BATCH = 100;
/** Less than the quarter of an hour that a job may take; the next night goes on where this one stopped. */
const NIGHT_MS = 10 * 60_000;

/** Reads every file again and compares it with its row. Throws where the store can't be read: nothing is known of a file then. */
export async function checkFiles(
  store: Pick<FileStore, 'open'>,
  ledger: Ledger,
  log: Log,
  forMs = NIGHT_MS,
): Promise<number> {
  const begun = performance.now();
  let checked = 0;
  for (;;) {
    const files = await ledger.due(BATCH);
    for (const file of files) {
      const fault = await faultOf(store, file);
      if (fault !== null) log.error(`the file ${file.key} is ${fault}: its row says ${file.sha256}`);
      await ledger.checked(file.id, fault);
      checked += 1;
      if (performance.now() - begun > forMs) return checked;
    }
    if (files.length === 0) return checked;
  }
}

async function faultOf(store: Pick<FileStore, 'open'>, { key, sha256 }: KeptFile): Promise<FileFault | null> {
  const digest = createHash('sha256');
  try {
    for await (const chunk of await store.open(key)) digest.update(chunk);
  } catch (error) {
    if (error instanceof MissingFile) return 'missing';
    throw error;
  }
  return digest.digest('hex') === sha256 ? null : 'altered';
}

import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { opendir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, folderFault, MissingFile, StoreFault } from './fault.ts';
import { openSpool, readBack } from './spool.ts';
import { asStream, type FileStore } from './store.ts';

/** Files in a folder of this machine, or of a disk that machines share. Drafts stand in the same one: only there is a move whole. */
export function openFolder(root: string, isNew: boolean): FileStore {
  const spool = openSpool(path.join(root, 'drafts'), isNew);
  const placeOf = (key: string): string => path.join(root, key);
  const put: FileStore['put'] = async (key, content, accept) => {
    const place = placeOf(key);
    return spool.through(content, async (draft) => {
      if (!(await accept(draft))) return null;
      await draft.moveTo(place).catch((error: unknown) => {
        throw folderFault(path.dirname(place), error);
      });
      return { size: draft.size, read: () => readBack(place) };
    });
  };
  return {
    put,
    open: async (key) => {
      const stream = createReadStream(placeOf(key));
      // A file that isn't there must be known before the headers of its page leave.
      await once(stream, 'open').catch((error: unknown) => {
        throw unreadable(root, key, error);
      });
      return stream;
    },
    read: (key) =>
      readFile(placeOf(key)).catch((error: unknown) => {
        throw unreadable(root, key, error);
      }),
    write: async (key, content) => void (await put(key, asStream(content), async () => true)),
    remove: (key) =>
      rm(placeOf(key), { force: true }).catch((error: unknown) => {
        throw folderFault(root, error);
      }),
    list: () => list(root, root),
    sweepDrafts: spool.sweep,
  };
}

function unreadable(root: string, key: string, error: unknown): Error {
  return codeOf(error) === 'ENOENT' ? new MissingFile(`no file ${key}`, { cause: error }) : folderFault(root, error);
}

async function* list(root: string, folder: string): ReturnType<FileStore['list']> {
  try {
    for await (const entry of await opendir(folder)) {
      const place = path.join(folder, entry.name);
      const key = path.relative(root, place);
      if (entry.isDirectory() && key !== 'drafts') yield* list(root, place);
      else if (entry.isFile()) {
        // Gone meanwhile: nothing to list.
        const found = await stat(place).catch(() => null);
        if (found !== null)
          yield { key, modifiedAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs)) };
      }
    }
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    if (codeOf(error) !== 'ENOENT' || folder === root) throw folderFault(folder, error);
  }
}

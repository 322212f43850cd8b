import { type FileReader, openFileReader } from '../keptFiles/index.ts';
import type { Database } from '../platform/database/database.ts';
import { createInspector, type Inspector } from '../platform/documents/inspector.ts';
import type { FileStore } from '../platform/files.ts';
import { silentLog } from '../platform/log.ts';

/** Little time for each: what counts where nasty files come is that a long one is given up. Begun by the first order, gone with the process. */
const inspector = createInspector({ budget: { residentBytes: 900 * 1024 * 1024, cpuSeconds: 2 } });

/** A reader of files that has, or hasn't, too much to do, as the pages see it. */
export function busyInspector(): Inspector & { readonly busy: (is: boolean) => void } {
  let isBusy = false;
  return {
    ...inspector,
    isFree: () => !isBusy && inspector.isFree(),
    busy: (is) => {
      isBusy = is;
    },
  };
}

/** What reads the files that wait: nothing, before it is told to. */
export function readerOf(db: Database, files: FileStore): FileReader {
  return openFileReader({ node: { db, name: 'here', log: silentLog }, files, inspector, atOnce: 1 });
}

import { forgetFiles } from '../../keptFiles/index.ts';
import type { DueAlone } from '../../platform/database/due.ts';
import type { FileStore } from '../../platform/files.ts';
import type { PieceActDeps } from '../deps.ts';
import type { UploadId } from '../piece.ts';
import { findUpload, forgetUpload, listStaleUploads } from '../store/uploads.ts';
import type { SheetOrder } from './addSheets.ts';
import { MOST_COUNTED, staleBefore } from './eraseSheets.ts';

type DropDeps = Pick<PieceActDeps, 'db'> & { readonly files: Pick<FileStore, 'remove'> };
const BATCH = 100;

/** Gives an upload up: its bytes go at once, and its room with them. What is gone already changes nothing. */
export async function dropUpload(deps: DropDeps, order: SheetOrder & { readonly uploadId: string }): Promise<void> {
  const upload = await findUpload(deps.db, order.enrolmentId, order.code, order.uploadId);
  if (upload !== null && upload.endedAt === null) await forget(deps, upload.id);
}

/** Uploads that nothing was added to for a while. */
export function dueUploads(deps: DropDeps & Pick<PieceActDeps, 'catalogue'>): DueAlone {
  return {
    count: async () => (await listStaleUploads(deps.db, await staleBefore(deps), MOST_COUNTED)).length,
    erase: async () => {
      let erased = 0;
      for (;;) {
        const stale = await listStaleUploads(deps.db, await staleBefore(deps), BATCH);
        for (const one of stale) await forget(deps, one);
        erased += stale.length;
        if (stale.length < BATCH) return erased;
      }
    },
  };
}

/** The row first: what a crash leaves is nobody's, and swept. */
async function forget(deps: DropDeps, uploadId: UploadId): Promise<void> {
  const keys = await deps.db.transaction().execute((tx) => forgetUpload(tx, uploadId));
  await forgetFiles(deps.files, keys);
}

import { findPublication, type PackFile, readPack } from '../catalogue/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Draft, OpenDraft } from './draft.ts';
import { applyChanges } from './rules/files.ts';

/** Opens drafts; reading all the files takes a tenth of a second or two, so that the last ones read are remembered. */
export type DraftReader = { readonly open: (draft: Draft) => Promise<OpenDraft> };

const REMEMBERED = 4;

export function createDraftReader(db: Database): DraftReader {
  const known = new Map<string, OpenDraft>();
  return {
    open: async (draft) => {
      const key = `${draft.id} ${draft.version}`;
      const before = known.get(key);
      if (before !== undefined) return { ...before, draft };
      const base = await findPublication(db, draft.base);
      if (base === null) throw new Error(`The draft ${draft.id} leans on no publication`);
      const files = applyChanges(base.files, draft.changes);
      const opened = { draft, before: base.files, files, read: readPack(files) };
      known.set(key, opened);
      for (const old of [...known.keys()].slice(0, -REMEMBERED)) known.delete(old);
      return opened;
    },
  };
}

/** The draft's files with others in their place, read: what a save would give. */
export function readWith(open: OpenDraft, files: readonly PackFile[]): OpenDraft {
  return { ...open, files, read: readPack(files) };
}

import { deepFreeze, findPublication, inTodaysLayout, type PackFault, type PackFile } from '../catalogue/index.ts';
import type { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/result.ts';
import type { WorkRefusal } from '../platform/work/pool.ts';
import type { Draft, OpenDraft } from './draft.ts';
import { applyChanges } from './rules/files.ts';
import { texts } from './texts.ts';
import type { Readings } from './work/readings.ts';

/** Opens drafts; reading all the files takes a tenth of a second or two, so that the last ones read are remembered. */
export type DraftReader = {
  readonly open: (draft: Draft) => Promise<OpenDraft>;
  /** The draft's files with others in their place, read: what a save would give. */
  readonly readWith: (open: OpenDraft, files: readonly PackFile[]) => Promise<OpenDraft>;
};

const REMEMBERED = 4;
/** Files that couldn't be read aren't tried at each look, nor given up for good. */
const RETRY_MS = 60_000;

type Known = { readonly opened: Promise<OpenDraft>; until: number };

export function createDraftReader(db: Database, readings: Pick<Readings, 'pack'>): DraftReader {
  const known = new Map<string, Known>();

  const readWith = async (open: OpenDraft, files: readonly PackFile[]): Promise<OpenDraft> => {
    const done = await readings.pack(files);
    if (!done.ok) return { ...open, files, read: refuse([unread(open.draft, files, done.error)]), unread: done.error };
    return { ...open, files, read: done.value.ok ? deepFreeze(done.value) : done.value, unread: null };
  };
  const read = async (draft: Draft): Promise<OpenDraft> => {
    const base = await findPublication(db, draft.base);
    if (base === null) throw new Error(`The draft ${draft.id} leans on no publication`);
    // A draft may have been begun under an earlier version.
    const files = inTodaysLayout(applyChanges(base.files, draft.changes));
    return readWith({ draft, before: base.files, files, read: refuse([]), unread: null }, files);
  };
  const remembered = (draft: Draft): Promise<OpenDraft> => {
    const key = `${draft.id} ${draft.version}`;
    const before = known.get(key);
    if (before !== undefined && performance.now() < before.until) return before.opened;
    const entry: Known = { opened: read(draft), until: Number.POSITIVE_INFINITY };
    known.set(key, entry);
    for (const old of [...known.keys()].slice(0, -REMEMBERED)) known.delete(old);
    const forget = (): void => void known.delete(key);
    entry.opened.then(({ unread: why }) => {
      if (why === 'busy') forget();
      else if (why !== null) entry.until = performance.now() + RETRY_MS;
    }, forget);
    return entry.opened;
  };
  return { open: async (draft) => ({ ...(await remembered(draft)), draft }), readWith };
}

/** A draft that can't be read in the time and memory that it may take is faulty: it stays open to be mended or given up. */
function unread(draft: Draft, files: readonly PackFile[], why: WorkRefusal): PackFault {
  const written = files.filter(({ file }) => Object.hasOwn(draft.changes, file));
  const [longest] = written.toSorted((a, b) => b.text.length - a.text.length);
  return {
    file: longest?.file ?? files[0]?.file ?? '',
    line: 1,
    column: 1,
    path: '',
    message: texts.draft.unread[why],
  };
}

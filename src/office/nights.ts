import type { Database } from '../platform/database/database.ts';
import type { Due, DueAlone } from '../platform/database/due.ts';
import { type JournalEntry, readStream, record, SYSTEM } from '../platform/journal.ts';
import type { Log } from '../platform/log.ts';
import type { ErasedName } from './events.ts';

/** What a night erases of one sort: rows at once, or files one by one. */
export type Erasure = { readonly what: ErasedName } & ({ readonly rows: Due } | { readonly files: DueAlone });

/** The chain of what nights erased: numbers and codes, nobody's name. */
export const NIGHT_STREAM = 'night';
const SUBJECT = { stream: NIGHT_STREAM, academy: null, session: null };
/** Entries shown: a week and more. */
const MOST_ENTRIES = 200;

/** What the coming night would erase, by the very questions by which it erases. */
export async function countNight(
  db: Database,
  erasures: readonly Erasure[],
): Promise<readonly { readonly what: ErasedName; readonly count: number }[]> {
  const counted: { readonly what: ErasedName; readonly count: number }[] = [];
  for (const one of erasures)
    counted.push({ what: one.what, count: 'rows' in one ? await one.rows.count(db) : await one.files.count() });
  return counted;
}

/**
 * Erases what is kept no longer, and leaves the proof of it in the journal: how many of each sort went, with the rows themselves; then that
 * the night is over, and what failed. None leans on another.
 */
export async function eraseNight(db: Database, erasures: readonly Erasure[], log: Log): Promise<void> {
  const failed: ErasedName[] = [];
  for (const one of erasures)
    await eraseOne(db, one).catch((err: unknown) => {
      failed.push(one.what);
      log.error({ err }, `could not erase ${one.what} whose time is over`);
    });
  await db.transaction().execute((tx) => record(tx, SYSTEM, 'night.over', SUBJECT, { failed }));
}

async function eraseOne(db: Database, one: Erasure): Promise<void> {
  const gone = 'files' in one ? await one.files.erase() : null;
  await db.transaction().execute(async (tx) => {
    const count = 'rows' in one ? await one.rows.erase(tx) : (gone ?? 0);
    if (count > 0) await record(tx, SYSTEM, 'night.erased', SUBJECT, { what: one.what, count });
  });
}

/** What the last nights erased, the newest first. */
export function readNights(db: Database): Promise<readonly JournalEntry[]> {
  return readStream(db, NIGHT_STREAM, MOST_ENTRIES);
}

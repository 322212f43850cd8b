import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, nullable, uuid } from '../database/columns.ts';
import type { Database } from '../database/database.ts';
import { MissingFile, StoreFault } from './fault.ts';
import type { FileStore } from './store.ts';

/** Under this key a store says which it is. */
export const MARK_KEY = 'registre-store.txt';

const KNOWN = columns({ storeId: nullable(uuid) });

/** Which store this database has met; null: none yet, or its operator accepts another. */
export async function knownStore(db: Database): Promise<string | null> {
  return (await KNOWN.first(db, sql`select ${KNOWN} from installation`))?.storeId ?? null;
}

/**
 * Asked again and again whether this is the store that the database knows; throws a `StoreFault` where it isn't: an empty folder where a disk
 * isn't mounted looks like a new one. A database that knows none takes this one, and gives it a mark where it has none.
 */
export function recogniser(db: Database, store: Pick<FileStore, 'read' | 'write'>): () => Promise<void> {
  let ours: string | null = null;
  return async () => {
    const found = await markOf(store);
    // The database may be away: who it was before is enough.
    if (found !== null && found === ours) return;
    const known = (await knownStore(db)) ?? (await meet(db, store));
    if (known !== found && known !== (await markOf(store))) throw unknownStore(known, found !== null);
    ours = known;
  };
}

function unknownStore(known: string, isAnother: boolean): StoreFault {
  const what = isAnother ? 'it bears the mark of another store than the one' : "it doesn't bear the mark";
  return new StoreFault(
    `${what} of this database (${MARK_KEY}: ${known}). Is its disk mounted, is FILES_URL the right one? Nothing is written there. To go on with this store, without what the other held: update installation set store_id = null`,
    null,
    false,
  );
}

/** The row is locked: of two nodes that start together, the second meets what the first has marked. */
function meet(db: Database, store: Pick<FileStore, 'read' | 'write'>): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { storeId } = await KNOWN.one(tx, sql`select ${KNOWN} from installation for update`);
    if (storeId !== null) return storeId;
    const found = await markOf(store);
    const mark = found ?? randomUUID();
    if (found === null) await store.write(MARK_KEY, Buffer.from(`${mark}\n`));
    await tx.updateTable('installation').set({ store_id: mark }).execute();
    return mark;
  });
}

async function markOf(store: Pick<FileStore, 'read'>): Promise<string | null> {
  try {
    return (await store.read(MARK_KEY)).toString().trim();
  } catch (error) {
    if (error instanceof MissingFile) return null;
    throw error;
  }
}

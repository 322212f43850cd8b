/**
 * What this device keeps of a page: its list, and what was said and isn't sent. In IndexedDB and in clear: a key would have to lie
 * beside it to survive a reload without a network (decision 067).
 */
/** A list as its page holds it. */
export type KeptList = {
  /** Whose it is: an account, and its name. */
  readonly owner: string;
  readonly keeper: string;
  /** The server's clock when it was read, and when a device forgets it. */
  readonly now: string;
  readonly until: string;
};

/** One thing said that waits for a network. */
export type Waiting = {
  readonly id: string;
  readonly owner: string;
  readonly keeper: string;
  /** Without a name, for when the list is gone. */
  readonly label: string;
  /** Epoch milliseconds of the device's own clock. */
  readonly heldSince: number;
  /** Why the server will never take it; null: it waits. */
  readonly refused: string | null;
};

export type DeviceState<List> = {
  readonly day: List;
  /** Milliseconds by which the exam's clock is ahead of this device's. */
  readonly ahead: number;
  /** Epoch milliseconds of the last exchange, on the exam's clock. */
  readonly exchangedAt: number;
};

/** What stands in the fields of a form that isn't sent, by their names. */
export type Draft = Readonly<Record<string, string>>;

export type Store<List extends KeptList, One extends Waiting> = {
  readonly kept: () => Promise<DeviceState<List> | null>;
  readonly keep: (kept: DeviceState<List>) => Promise<void>;
  /** The list, with what was typed on it. */
  readonly erase: () => Promise<void>;
  readonly drafts: () => Promise<ReadonlyMap<string, Draft>>;
  /** What was typed of something, kept beside the list; null: it was sent. */
  readonly keepDraft: (of: string, draft: Draft | null) => Promise<void>;
  readonly waiting: () => Promise<readonly One[]>;
  readonly add: (one: One) => Promise<void>;
  /** Takes away what was taken by the server or read by its owner; keeps why others were refused. */
  readonly settle: (done: readonly string[], refused: ReadonlyMap<string, string>) => Promise<void>;
  /** What nobody came back to send for so many days: the server would refuse it. */
  readonly drop: (days: number) => Promise<void>;
  readonly device: () => Promise<string>;
};

export async function openStore<List extends KeptList, One extends Waiting>(name: string): Promise<Store<List, One>> {
  const asked = indexedDB.open(name, 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('kept');
    asked.result
      .createObjectStore('waiting', { keyPath: 'order', autoIncrement: true })
      .createIndex('id', 'id', { unique: true });
    asked.result.createObjectStore('device');
  };
  const db = await answer(asked);
  const within = async <T>(
    part: string,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Promise<T>,
  ): Promise<T> => {
    const transaction = db.transaction(part, mode, { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const value = await work(transaction.objectStore(part));
    // Said to be kept only once it is on the disk.
    await done;
    return value;
  };
  return {
    kept: () =>
      within(
        'kept',
        'readonly',
        async (store) => (await answer<DeviceState<List> | undefined>(store.get('day'))) ?? null,
      ),
    keep: (kept) => within('kept', 'readwrite', async (store) => void (await answer(store.put(kept, 'day')))),
    erase: () => within('kept', 'readwrite', async (store) => void (await answer(store.clear()))),
    drafts: () =>
      within('kept', 'readonly', async (store) => {
        const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer<Draft[]>(store.getAll())]);
        return new Map(
          keys.flatMap((key, index) => (key === 'day' ? [] : [[String(key), values[index] ?? {}] as const])),
        );
      }),
    keepDraft: (of, draft) =>
      within('kept', 'readwrite', async (store) => {
        if (draft === null) store.delete(of);
        else store.put(draft, of);
      }),
    waiting: () => within('waiting', 'readonly', (store) => answer<One[]>(store.getAll())),
    add: (one) => within('waiting', 'readwrite', async (store) => void (await answer(store.add(one)))),
    settle: (done, refused) =>
      within('waiting', 'readwrite', async (store) => {
        const all = await answer<(One & { readonly order: number })[]>(store.getAll());
        for (const one of all) {
          if (done.includes(one.id)) store.delete(one.order);
          else if (refused.has(one.id)) store.put({ ...one, refused: refused.get(one.id) ?? null });
        }
      }),
    drop: (days) =>
      within('waiting', 'readwrite', async (store) => {
        const all = await answer<(One & { readonly order: number })[]>(store.getAll());
        for (const { order, heldSince } of all) if (heldSince < Date.now() - days * 86_400_000) store.delete(order);
      }),
    device: () =>
      within('device', 'readwrite', async (store) => {
        const known = await answer<string | undefined>(store.get('id'));
        if (known !== undefined) return known;
        const fresh = crypto.randomUUID();
        await answer(store.put(fresh, 'id'));
        return fresh;
      }),
  };
}

function answer<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

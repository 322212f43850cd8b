import type { CentreDay, StatementToSend } from '../../attendance/device/day.ts';

/**
 * What this device keeps: the list of one day, and what was said and isn't sent. In IndexedDB and in clear: a key would have to lie
 * beside it to survive a reload without a network (decision 067).
 */
export type DeviceState = {
  readonly day: CentreDay;
  /** Milliseconds by which the exam's clock is ahead of this device's. */
  readonly ahead: number;
  /** Epoch milliseconds of the last exchange, on the exam's clock. */
  readonly exchangedAt: number;
};

export type Store = {
  readonly kept: () => Promise<DeviceState | null>;
  readonly keep: (kept: DeviceState) => Promise<void>;
  readonly erase: () => Promise<void>;
  readonly waiting: () => Promise<readonly StatementToSend[]>;
  readonly add: (one: StatementToSend) => Promise<void>;
  /** Takes away what was taken by the server or read by its owner; keeps why others were refused. */
  readonly settle: (done: readonly string[], refused: ReadonlyMap<string, string>) => Promise<void>;
  /** What nobody came back to send for so many days: the server would refuse it. */
  readonly drop: (days: number) => Promise<void>;
  readonly device: () => Promise<string>;
};

export const STORE = 'registre-pointage';

export async function openStore(): Promise<Store> {
  const asked = indexedDB.open(STORE, 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('kept');
    asked.result
      .createObjectStore('waiting', { keyPath: 'order', autoIncrement: true })
      .createIndex('id', 'id', { unique: true });
    asked.result.createObjectStore('device');
  };
  const db = await answer(asked);
  const within = async <T>(
    name: string,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Promise<T>,
  ): Promise<T> => {
    const transaction = db.transaction(name, mode, { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const value = await work(transaction.objectStore(name));
    // Said to be kept only once it is on the disk.
    await done;
    return value;
  };
  return {
    kept: () =>
      within('kept', 'readonly', async (store) => (await answer<DeviceState | undefined>(store.get('day'))) ?? null),
    keep: (kept) => within('kept', 'readwrite', async (store) => void (await answer(store.put(kept, 'day')))),
    erase: () => within('kept', 'readwrite', async (store) => void (await answer(store.clear()))),
    waiting: () => within('waiting', 'readonly', (store) => answer<StatementToSend[]>(store.getAll())),
    add: (one) => within('waiting', 'readwrite', async (store) => void (await answer(store.add(one)))),
    settle: (done, refused) =>
      within('waiting', 'readwrite', async (store) => {
        const all = await answer<(StatementToSend & { readonly order: number })[]>(store.getAll());
        for (const one of all) {
          if (done.includes(one.id)) store.delete(one.order);
          else if (refused.has(one.id)) store.put({ ...one, refused: refused.get(one.id) ?? null });
        }
      }),
    drop: (days) =>
      within('waiting', 'readwrite', async (store) => {
        const all = await answer<(StatementToSend & { readonly order: number })[]>(store.getAll());
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

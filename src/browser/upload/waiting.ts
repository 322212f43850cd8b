/**
 * What was chosen and isn't deposited yet stays on the device until it is: a page is loaded again, a telephone puts a tab to sleep. It is read
 * in its own tab alone: enciphered, its key stands in `sessionStorage`, and goes with the tab or the sign-out.
 */
const [NAME, STORE, KEY] = ['registre-fichiers-choisis', 'files', 'registre-fichiers-choisis'];
/** For so long, an upload that was begun is kept too. */
const KEPT_MS = 48 * 3_600_000;

type Kept = {
  readonly until: number;
  readonly files: readonly {
    readonly name: string;
    readonly type: string;
    readonly lastModified: number;
    readonly iv: Uint8Array<ArrayBuffer>;
    readonly bytes: ArrayBuffer;
  }[];
};

/** What waits at this address is from now on this. Where a browser can't keep it, it is as without: nothing is said. */
export function keepChosen(at: string, files: readonly File[]): Promise<void> {
  return inOrder(async () => {
    if (files.length === 0) return void (await within('readwrite', (store) => store.delete(placeOf(at))));
    const key = await keyOf();
    await dropOld();
    const kept: Kept = {
      until: Date.now() + KEPT_MS,
      files: await Promise.all(files.map((file) => sealed(file, key))),
    };
    await within('readwrite', (store) => store.put(kept, placeOf(at)));
  }).catch(() => undefined);
}

/** What waits at this address, in this tab, within its time. */
export function chosenBefore(at: string): Promise<readonly File[]> {
  return inOrder(async () => {
    if (sessionStorage.getItem(KEY) === null) return [];
    const key = await keyOf();
    await dropOld();
    const kept = await within<Kept | undefined>('readonly', (store) => store.get(placeOf(at)));
    if (kept === undefined) return [];
    return Promise.all(
      kept.files.map(async ({ name, type, lastModified, iv, bytes }) => {
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes);
        return new File([plain], name, { type, lastModified });
      }),
    );
  }).catch(() => []);
}

/** Whoever signed out leaves nothing: without its key, nothing of it is read. */
export function forgetChosen(): void {
  sessionStorage.removeItem(KEY);
  indexedDB.deleteDatabase(NAME);
}

/** What another tab left behind, and nobody reads any more. */
async function dropOld(): Promise<void> {
  const keys = await within('readonly', (store) => store.getAllKeys());
  const all = await within<Kept[]>('readonly', (store) => store.getAll());
  for (const [rank, { until }] of all.entries())
    if (until < Date.now()) await within('readwrite', (store) => store.delete(keys[rank] ?? ''));
}

async function sealed(file: File, key: CryptoKey): Promise<Kept['files'][number]> {
  const { name, type, lastModified } = file;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, await file.arrayBuffer());
  return { name, type, lastModified, iv, bytes };
}

/** The tab's own name keeps two tabs of one page apart. */
function identity(): { readonly tab: string; readonly key: JsonWebKey } | null {
  const stored = sessionStorage.getItem(KEY);
  return stored === null ? null : JSON.parse(stored);
}

async function keyOf(): Promise<CryptoKey> {
  const known = identity();
  if (known !== null) return crypto.subtle.importKey('jwk', known.key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
  const exported = await crypto.subtle.exportKey('jwk', key);
  sessionStorage.setItem(KEY, JSON.stringify({ tab: crypto.randomUUID(), key: exported }));
  return key;
}

const placeOf = (at: string): string => `${identity()?.tab ?? ''} ${at}`;

/** One after the other: what is kept last is what was chosen last. */
let before: Promise<unknown> = Promise.resolve();
function inOrder<T>(work: () => Promise<T>): Promise<T> {
  const now = before.then(work);
  before = now.catch(() => undefined);
  return now;
}

async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const db = await answered(opening);
  try {
    return await answered(ask(db.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    db.close();
  }
}

function answered<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

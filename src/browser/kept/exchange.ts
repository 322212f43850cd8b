import type { DeviceState, KeptList, Store, Waiting } from './store.ts';

/** `cut`: no answer, or a server that can't; `out`: nobody is signed in; `gone`: this isn't theirs; `stale`: another token is needed. */
export type Trouble = 'cut' | 'out' | 'gone' | 'stale' | 'other';
export type ServerAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

/** The list as it stands now, with what became of what was sent. */
export type ListAnswer<List> = {
  readonly token: string;
  readonly days: readonly string[];
  readonly day: List | null;
  readonly outcomes?: readonly { readonly id: string; readonly refused: string | null; readonly again: boolean }[];
};

/** A page that a device keeps: under which name, and how it speaks with the server. */
export type KeptPage<List extends KeptList, One extends Waiting> = {
  readonly name: string;
  readonly store: Store<List, One>;
  readonly owner: string;
  /** What one request may carry. */
  readonly batch: number;
  readonly read: (day: string) => Promise<ServerAnswer<ListAnswer<List>>>;
  readonly send: (sent: {
    readonly token: string;
    readonly device: string;
    readonly day: string;
    readonly waiting: readonly One[];
  }) => Promise<ServerAnswer<ListAnswer<List>>>;
  /** Whether somebody whose session ended may keep a list still; null: nobody answers. */
  readonly mayKeep: () => Promise<boolean | null>;
};

/** How the last exchange ended: see `words.online`. */
export type ExchangeEnd = 'sent' | 'cut' | 'out' | 'gone' | 'over' | 'closed' | 'other';

export type Exchange = {
  readonly run: (day: string) => Promise<ExchangeEnd>;
  /** Of the days that the server opens now. */
  readonly days: () => readonly string[];
};

/**
 * Sends what waits for its owner, and keeps the list as the server gives it. One tab at a time; what was sent and whose answer was lost
 * is sent again, and counts once.
 */
export function exchanges<List extends KeptList, One extends Waiting>(page: KeptPage<List, One>): Exchange {
  const { store, owner } = page;
  let token = '';
  let days: readonly string[] = [];

  const take = async (answer: ListAnswer<List>): Promise<ExchangeEnd> => {
    token = answer.token;
    days = answer.days;
    const outcomes = answer.outcomes ?? [];
    const done = outcomes.filter(({ refused }) => refused === null).map(({ id }) => id);
    const refused = new Map(
      outcomes.flatMap((one) => (one.refused === null || one.again ? [] : [[one.id, one.refused]])),
    );
    await store.settle(done, refused);
    if (answer.day === null) {
      await store.erase();
      return 'closed';
    }
    const now = Date.parse(answer.day.now);
    await store.keep({ day: answer.day, ahead: now - Date.now(), exchangedAt: now });
    return 'sent';
  };

  const failed = async ({ trouble }: Extract<ServerAnswer<unknown>, { ok: false }>): Promise<ExchangeEnd> => {
    if (trouble === 'gone') {
      await store.erase();
      return 'gone';
    }
    if (trouble !== 'out') return trouble === 'other' ? 'other' : 'cut';
    // A session that ended isn't a keeper who was let go: the server says which.
    if ((await page.mayKeep()) !== false) return 'out';
    await store.erase();
    return 'gone';
  };

  const once = async (day: string): Promise<ExchangeEnd> => {
    let last: ExchangeEnd = 'sent';
    let fresh = token === '';
    for (let turn = 0; turn < 50; turn += 1) {
      if (fresh) {
        const read = await page.read(day);
        if (!read.ok) return failed(read);
        last = await take(read.value);
        if (read.value.day !== null && read.value.day.owner !== owner) return 'other';
      }
      const batch = (await unsent(page)).slice(0, page.batch);
      const sent = await page.send({ token, device: await store.device(), day, waiting: batch });
      if (!sent.ok) {
        if (sent.trouble !== 'stale' || fresh) return failed(sent);
        fresh = true;
        continue;
      }
      fresh = false;
      last = await take(sent.value);
      const left = await unsent(page);
      if (left.length === 0 || batch.length < page.batch) return last;
    }
    return last;
  };

  return {
    days: () => days,
    run: (day) => (navigator.locks === undefined ? once(day) : navigator.locks.request(page.name, () => once(day))),
  };
}

/** What somebody said on this device and no server has taken or refused. */
export async function unsent<List extends KeptList, One extends Waiting>({
  store,
  owner,
}: Pick<KeptPage<List, One>, 'store' | 'owner'>): Promise<readonly One[]> {
  return (await store.waiting()).filter((one) => one.owner === owner && one.refused === null);
}

/** Whether a list that is kept is over, on the exam's clock. */
export function isOver({ day, ahead }: DeviceState<KeptList>): boolean {
  return Date.now() + ahead >= Date.parse(day.until);
}

/** A network that neither answers nor refuses. */
const PATIENCE_MS = 15_000;

export async function ask<T>(address: string, options: RequestInit = {}): Promise<ServerAnswer<T>> {
  const refuse = (trouble: Trouble): ServerAnswer<T> => ({ ok: false, trouble });
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const reply = await fetch(address, { ...options, redirect: 'manual', cache: 'no-store', signal });
    if (reply.type === 'opaqueredirect' || reply.status === 401) return refuse('out');
    if (reply.status === 403) return refuse('stale');
    if (reply.status === 404) return refuse('gone');
    if (reply.status === 429 || reply.status >= 500) return refuse('cut');
    if (reply.status === 409) return refuse('other');
    return reply.ok ? { ok: true, value: (await reply.json()) as T } : refuse('cut');
  } catch {
    return refuse('cut');
  }
}

export function post<T>(address: string, content: object): Promise<ServerAnswer<T>> {
  const headers = { 'content-type': 'application/json' };
  return ask(address, { method: 'POST', headers, body: JSON.stringify(content) });
}

/** Yes, no, or nobody answers. */
export async function askWhetherKept(address: string): Promise<boolean | null> {
  const said = await ask(address);
  if (said.ok) return true;
  return said.trouble === 'gone' ? false : null;
}

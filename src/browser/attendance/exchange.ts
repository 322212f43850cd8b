import type { StatementToSend } from '../../attendance/device/day.ts';
import { type DayAnswer, mayKeep, readDay, type ServerAnswer, send } from './server.ts';
import type { DeviceState, Store } from './store.ts';

/** How the last exchange ended: see `words.online`. */
export type ExchangeEnd = 'sent' | 'cut' | 'out' | 'gone' | 'over' | 'closed' | 'other';

/** What one request may carry (`MOST.batch`). */
const BATCH = 200;

export type Exchange = {
  readonly run: (day: string) => Promise<ExchangeEnd>;
  /** Of the days that the server opens now. */
  readonly days: () => readonly string[];
};

/**
 * Sends what waits for its owner, and keeps the list as the server gives it. One tab at a time; what was sent and whose answer was lost
 * is sent again, and counts once.
 */
export function exchanges(store: Store, owner: () => string): Exchange {
  let token = '';
  let days: readonly string[] = [];

  const take = async (answer: DayAnswer): Promise<ExchangeEnd> => {
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

  const failed = async ({ trouble }: Extract<ServerAnswer<DayAnswer>, { ok: false }>): Promise<ExchangeEnd> => {
    if (trouble === 'gone') {
      await store.erase();
      return 'gone';
    }
    if (trouble !== 'out') return trouble === 'other' ? 'other' : 'cut';
    // A session that ended isn't a keeper who was let go: the server says which.
    if ((await mayKeep(owner())) !== false) return 'out';
    await store.erase();
    return 'gone';
  };

  const once = async (day: string): Promise<ExchangeEnd> => {
    let last: ExchangeEnd = 'sent';
    let fresh = token === '';
    for (let turn = 0; turn < 50; turn += 1) {
      if (fresh) {
        const read = await readDay(day);
        if (!read.ok) return failed(read);
        last = await take(read.value);
        if (read.value.day !== null && read.value.day.owner !== owner()) return 'other';
      }
      const batch = (await unsent(store, owner())).slice(0, BATCH);
      const sent = await send(token, owner(), await store.device(), day, batch);
      if (!sent.ok) {
        if (sent.trouble !== 'stale' || fresh) return failed(sent);
        fresh = true;
        continue;
      }
      fresh = false;
      last = await take(sent.value);
      const left = await unsent(store, owner());
      if (left.length === 0 || batch.length < BATCH) return last;
    }
    return last;
  };

  return {
    days: () => days,
    run: (day) =>
      navigator.locks === undefined ? once(day) : navigator.locks.request('registre-pointage', () => once(day)),
  };
}

/** What somebody said on this device and no server has taken or refused. */
export async function unsent(store: Store, owner: string): Promise<readonly StatementToSend[]> {
  return (await store.waiting()).filter((one) => one.owner === owner && one.refused === null);
}

/** Whether a list that is kept is over, on the exam's clock. */
export function isOver({ day, ahead }: DeviceState): boolean {
  return Date.now() + ahead >= Date.parse(day.until);
}

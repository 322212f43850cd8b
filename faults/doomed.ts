import { setTimeout as sleep } from 'node:timers/promises';
import type { Seen, Visitor } from '../e2e/support/visitor.ts';
import { insist } from './insist.ts';

/** Kills what is drawn next and starts it again. */
export type Kill = (during: string) => Promise<void>;

/** Which acts are killed, by what the address of their form ends with; each kind so many times in all. */
export type Doom = {
  readonly kindOf: (path: string) => string | null;
  readonly times: number;
  /** Milliseconds between an order and the kill. */
  readonly after: () => number;
  readonly kill: Kill;
};

/** What a form that was done already is told: its answer got lost. */
const DONE_ALREADY: readonly number[] = [403, 409];

/**
 * Makes of somebody one who sends each form until it is answered, the same with the same key; while it is an act of those kinds, the
 * machine is killed. An act whose lost answer was « done » counts as answered when it is refused as done: what stands is read at the end.
 */
export function dooms({ kindOf, times, after, kill }: Doom): (visitor: Visitor) => Visitor {
  const killed = new Map<string, number>();
  const mayKill = (kind: string): boolean => {
    const count = killed.get(kind) ?? 0;
    killed.set(kind, count + 1);
    return count < times;
  };
  return (visitor) => ({
    ...visitor,
    get: (path) => insist(path, () => visitor.get(path)),
    post: async (path, fields) => {
      const kind = kindOf(path);
      if (kind === null) return insist(path, () => visitor.post(path, fields));
      while (mayKill(kind)) {
        const lost = visitor.post(path, fields).catch(() => null);
        await sleep(after());
        await kill(kind);
        await lost;
      }
      const seen = await insist(path, () => visitor.post(path, fields));
      return DONE_ALREADY.includes(seen.status) ? ({ ...seen, status: 303 } satisfies Seen) : seen;
    },
    send: (form) => insist(form.action, () => visitor.send(form)),
    deposit: async (path, file, name, fields) => {
      for (;;) {
        const form = await visitor.depositForm(path, file, name, fields).catch(() => null);
        if (form?.body.has('jeton') === true) return insist(path, () => visitor.send(form));
        await sleep(100);
      }
    },
  });
}

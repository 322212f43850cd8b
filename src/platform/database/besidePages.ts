import { AsyncLocalStorage } from 'node:async_hooks';
import type { PostgresPool } from 'kysely';

/** `held`: connections that this work has in hand. */
type Beside = { held: number };

const beside = new AsyncLocalStorage<Beside>();

/** What is done here, and all that it asks of the database, leaves connections free for whoever looks at a page. */
export function besidePages<T>(work: () => Promise<T>): Promise<T> {
  return beside.run({ held: 0 }, work);
}

/** Of so many connections, those that such work may have at once. */
export function shareBeside(connections: number): number {
  return Math.max(1, Math.floor((connections * 3) / 8));
}

/** The pool, of which work beside pages takes `share` at most; what finds none waits for another's, in order, and is never refused for that. */
export function sparing(pool: PostgresPool, share: number): PostgresPool {
  const waiting: (() => void)[] = [];
  let free = share;
  const give = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  const take = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((start) => waiting.push(start));
  };
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const work = beside.getStore();
      // Whoever has one in hand, as in a transaction, would wait for itself.
      if (work === undefined || work.held > 0) return pool.connect();
      await take();
      work.held += 1;
      const over = (): void => {
        work.held -= 1;
        give();
      };
      const client = await pool.connect().catch((error: unknown) => {
        over();
        throw error;
      });
      // The pool makes another one for each who takes it.
      const release = client.release.bind(client);
      client.release = (destroy) => {
        release(destroy);
        over();
      };
      return client;
    },
  };
}

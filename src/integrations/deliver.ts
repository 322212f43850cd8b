import type { Jobs } from '../platform/jobs.ts';
import { SYSTEM } from '../platform/journal.ts';
import { type SuspendDeps, suspendHook } from './actions/hooks.ts';
import { nextTry, restSeconds, SUSPENDED_AFTER_DAYS } from './rules/retries.ts';
import { keyOfHook, signedHeaders } from './rules/signature.ts';
import { type Outcome, type Receivers, send } from './send.ts';
import {
  countUnreached,
  hooksDue,
  leaveHook,
  rest,
  takeDelivery,
  takeHook,
  writeFailed,
  writeTaken,
} from './store/deliveries.ts';
import type { Delivery, Webhook } from './webhook.ts';

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Something of a hook is due. */
    'webhook.send': { readonly hookId: string };
  }
}

export type DeliverDeps = SuspendDeps & {
  readonly jobs: Pick<Jobs, 'handle' | 'enqueue' | 'everyMinute'>;
  readonly secret: string;
  readonly receivers: Receivers;
};

/** Sent in one go, then others have their turn. */
const AT_ONCE = 100;
/** Hooks that one look of the minute serves side by side. */
const SIDE_BY_SIDE = 8;
/** What no receiver says for good: it is left in peace, with all that waits for it. */
const AWAY = [429, 502, 503, 504];
const GONE = 410;

/** A hook after the other never waits: each is a job of its own; the minute finds what a kill or a rest left. */
export function handleHooks(deps: DeliverDeps): void {
  deps.jobs.handle('webhook.send', ({ hookId }) => serveHook(deps, hookId), 'side-by-side');
  deps.jobs.everyMinute('webhooks', async () => {
    const due = [...(await hooksDue(deps.db))];
    const lane = async (): Promise<void> => {
      for (let next = due.shift(); next !== undefined; next = due.shift()) await serveHook(deps, next);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  });
}

/** What is due of one hook, one after the other, until none is or its receiver can't be reached. At most one process is at it. */
export async function serveHook(deps: DeliverDeps, hookId: string): Promise<void> {
  const { db } = deps;
  const hook = await takeHook(db, hookId);
  if (hook === null) return;
  try {
    for (let sent = 0; sent < AT_ONCE; sent += 1) {
      const delivery = await takeDelivery(db, hookId);
      if (delivery === null || (await tryOnce(deps, hook, delivery)) === 'stop') break;
    }
  } finally {
    await leaveHook(db, hookId);
  }
}

async function tryOnce(deps: DeliverDeps, hook: Webhook, delivery: Delivery): Promise<'go on' | 'stop'> {
  const { db, receivers, secret } = deps;
  const key = keyOfHook(secret, hook.id, hook.secretRank);
  const headers = signedHeaders(key, delivery.id, delivery.body, Temporal.Now.instant());
  const outcome = await send(receivers, hook.address, delivery.body, headers);
  const now = Temporal.Now.instant();
  const failed = await db.transaction().execute(async (tx) => {
    if (outcome.taken) {
      await writeTaken(tx, delivery, outcome.status);
      return null;
    }
    await writeFailed(tx, delivery, outcome, nextTry(delivery.tries, delivery.expiresAt, now));
    if (!isAway(outcome)) return outcome;
    await rest(tx, hook.id, restSeconds(await countUnreached(tx, hook.id)), outcome.fault);
    return outcome;
  });
  if (failed === null) return 'go on';
  const over =
    hook.failingSince !== null &&
    Temporal.Instant.compare(hook.failingSince.add({ hours: 24 * SUSPENDED_AFTER_DAYS }), now) <= 0;
  if (over || failed.status === GONE) {
    await suspendHook(deps, SYSTEM, hook);
    return 'stop';
  }
  return isAway(failed) ? 'stop' : 'go on';
}

function isAway(outcome: Outcome): boolean {
  return !outcome.taken && (outcome.status === null || AWAY.includes(outcome.status));
}

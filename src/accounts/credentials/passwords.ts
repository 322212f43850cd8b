import { availableParallelism } from 'node:os';
import { hash, hashSync, verify } from '@node-rs/argon2';
import { createFairQueue, type FairQueue } from '../../platform/fairQueue.ts';
import { type Result, refuse } from '../../platform/result.ts';
import type { Refusal } from '../refusals.ts';

/** argon2id (the default algorithm), as OWASP's second profile: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of nothing anybody knows, so that an address without account costs as much as a wrong password. */
const DECOY = hashSync(crypto.randomUUID(), COST);

/**
 * argon2 runs in the four threads that files use too: it never takes them all. A whole class may wait in its network's lane,
 * some seconds; other networks don't wait for it.
 */
export function createHashing(): FairQueue {
  return createFairQueue({ atOnce: Math.min(3, availableParallelism()), perLane: 200, inAll: 600 });
}

/** Work on a password, when it is the turn of who asks: a network, or the account of who is signed in. */
export async function inTurn<T>(
  hashing: FairQueue,
  lane: string,
  work: () => Promise<T>,
): Promise<Result<T, Extract<Refusal, { code: 'busy' }>>> {
  const done = await hashing.run(lane, work);
  return done.ok ? done : refuse({ code: 'busy', waitSeconds: 5 });
}

/** Always outside a transaction: a storm of sign-ins must wait for the processor, not for the database's connections. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** `stored` null (no such account, or no password yet): takes the same time and says no. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const same = await verify(stored ?? DECOY, password);
  return same && stored !== null;
}

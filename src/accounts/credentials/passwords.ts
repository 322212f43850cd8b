import { hash, verify } from '@node-rs/argon2';

/** argon2id (the default algorithm), as OWASP's second profile: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of nothing anybody knows, so that an address without account costs as much as a wrong password. */
const DECOY = await hash(crypto.randomUUID(), COST);

/** Always outside a transaction: a storm of sign-ins must wait for the processor, not for the database's connections. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** `stored` null (no such account, or no password yet): takes the same time and says no. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const same = await verify(stored ?? DECOY, password);
  return same && stored !== null;
}

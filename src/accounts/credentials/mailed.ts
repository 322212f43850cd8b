import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { AccountId } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';
import { type Mailed, readMailed, takeMailed, writeMailed } from '../store/mailed.ts';

/**
 * Secrets sent by mail: links and codes. They stand beside better-auth's own verification values, as it writes them: stored under a hash of the token, used
 * once, and dead at their hour, so that a copy of the database opens nothing.
 */
const Purposes = {
  /** `signUp`: the form that this mail was sent for, when it isn't the first of the account. */
  activation: z.strictObject({
    accountId: z.uuid(),
    signUp: z.uuid().nullable(),
    /** A mark of the address that the mail went to: with another one the link is void. Not in mails from before. */
    address: z.string().optional(),
  }),
  code: z.strictObject({ mark: z.string(), signUp: z.uuid().nullable() }),
  /** The code mailed last for signing in, by account. */
  signInCode: z.strictObject({ mark: z.string() }),
  /** Who does one act, by its name (`actions/actCode.ts`). */
  actCode: z.strictObject({ mark: z.string() }),
  /** Where an account was asked for, by account: given back there once it is activated. */
  network: z.strictObject({ network: z.string() }),
  /** Of a lost address changed on proof: what the new one follows, and what the old one objects by. */
  recovery: z.strictObject({ recovery: z.uuid() }),
  objection: z.strictObject({ recovery: z.uuid() }),
  /** Of the code of a letter: the address that it gives to the account. */
  takeOver: z.strictObject({ letter: z.uuid(), address: z.string() }),
  /** `password`: a mark of the password at that time; with another one the link is void, so that a thief's is. */
  address: z.strictObject({ accountId: z.uuid(), address: z.string(), password: z.string() }),
} as const;

type Purpose = keyof typeof Purposes;
type Content<P extends Purpose> = z.infer<(typeof Purposes)[P]>;

const TOKEN = /^[\w-]{24,64}$/;

export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** A code is short: its hash is keyed, else the million values would be tried on a copy of the database. */
export function codeMark(deps: AccountsDeps, id: AccountId, code: string): string {
  return createHmac('sha256', deps.secret).update(`code ${id} ${code}`).digest('base64url');
}

export function passwordMark(deps: AccountsDeps, passwordHash: string | null): string {
  return createHmac('sha256', deps.secret).update(`password ${passwordHash}`).digest('base64url');
}

export function sameMark(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** A secret that serves for `hours`, to be kept. */
export function mailed<P extends Purpose>(purpose: P, token: string, content: Content<P>, hours: number): Mailed {
  return { mark: markOf(`${purpose}:${token}`), content: JSON.stringify(content), minutes: Math.round(hours * 60) };
}

/** Keeps a value for `hours` under a token, in place of what stood there. */
export function keepMailed<P extends Purpose>(
  tx: Tx,
  purpose: P,
  token: string,
  content: Content<P>,
  hours: number,
): Promise<void> {
  return writeMailed(tx, [mailed(purpose, token, content, hours)]);
}

/** Looks without using it up. */
export async function peek<P extends Purpose>(db: Database, purpose: P, token: string): Promise<Content<P> | null> {
  return TOKEN.test(token) ? read(purpose, await readMailed(db, markOf(`${purpose}:${token}`))) : null;
}

/** Takes it out: of two at once, one gets it. */
export async function useUp<P extends Purpose>(tx: Tx, purpose: P, token: string): Promise<Content<P> | null> {
  return TOKEN.test(token) ? read(purpose, await takeMailed(tx, markOf(`${purpose}:${token}`))) : null;
}

/** What was mailed under a name and is waited for no more. */
export async function forgetMailed(tx: Tx, purposes: readonly Purpose[], token: string): Promise<void> {
  for (const purpose of purposes) await takeMailed(tx, markOf(`${purpose}:${token}`));
}

/** Whose password a reset link may change, while it lives. The link itself is better-auth's. */
export function resetOwner(db: Database, token: string): Promise<string | null> {
  return /^\w{24}$/.test(token) ? readMailed(db, markOf(`reset-password:${token}`)) : Promise.resolve(null);
}

/** As better-auth writes what it keeps (`storeIdentifier: 'hashed'`): reset links are its own, and stand beside ours. */
function markOf(identifier: string): string {
  return createHash('sha256').update(identifier).digest('base64url');
}

function read<P extends Purpose>(purpose: P, content: string | null): Content<P> | null {
  return content === null ? null : (Purposes[purpose].parse(JSON.parse(content)) as Content<P>);
}

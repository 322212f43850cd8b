import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { AccountId } from '../account.ts';
import { type AccountsDeps, libraryOn } from '../deps.ts';

/**
 * Secrets sent by mail: links and codes. They are better-auth's verification values: stored under a hash of the token, used
 * once, and dead at their hour, so that a copy of the database opens nothing.
 */
const Purposes = {
  /** `signUp`: the form that this mail was sent for, when it isn't the first of the account. */
  activation: z.strictObject({ accountId: z.uuid(), signUp: z.uuid().nullable() }),
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
type Vault = Awaited<ReturnType<typeof vaultOf>>;

const TOKEN = /^[\w-]{24,64}$/;

async function vaultOf(deps: AccountsDeps, db: Database) {
  return (await libraryOn(deps, db).auth.$context).internalAdapter;
}

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

/** Keeps a value for `hours` under a token, in place of what stood there. */
export async function keep<P extends Purpose>(
  deps: AccountsDeps,
  tx: Tx,
  purpose: P,
  token: string,
  content: Content<P>,
  hours: number,
): Promise<void> {
  const vault = await vaultOf(deps, tx);
  await vault.deleteVerificationByIdentifier(`${purpose}:${token}`);
  const expiresAt = new Date(Temporal.Now.instant().add({ minutes: Math.round(hours * 60) }).epochMilliseconds);
  await vault.createVerificationValue({ identifier: `${purpose}:${token}`, value: JSON.stringify(content), expiresAt });
}

/** Looks without using it up. */
export async function peek<P extends Purpose>(
  deps: AccountsDeps,
  db: Database,
  purpose: P,
  token: string,
): Promise<Content<P> | null> {
  if (!TOKEN.test(token)) return null;
  const found = await (await vaultOf(deps, db)).findVerificationValue(`${purpose}:${token}`);
  return found === null || found.expiresAt.getTime() < Temporal.Now.instant().epochMilliseconds
    ? null
    : read(purpose, found);
}

/** Takes it out: of two at once, one gets it. */
export async function useUp<P extends Purpose>(
  deps: AccountsDeps,
  tx: Tx,
  purpose: P,
  token: string,
): Promise<Content<P> | null> {
  if (!TOKEN.test(token)) return null;
  const found = await (await vaultOf(deps, tx)).consumeVerificationValue(`${purpose}:${token}`);
  return found === null ? null : read(purpose, found);
}

/** Whose password a reset link may change, while it lives. The link itself is better-auth's. */
export async function resetOwner(deps: AccountsDeps, db: Database, token: string): Promise<string | null> {
  if (!/^\w{24}$/.test(token)) return null;
  const found = await (await vaultOf(deps, db)).findVerificationValue(`reset-password:${token}`);
  return found === null || found.expiresAt.getTime() < Temporal.Now.instant().epochMilliseconds ? null : found.value;
}

function read<P extends Purpose>(
  purpose: P,
  found: NonNullable<Awaited<ReturnType<Vault['findVerificationValue']>>>,
): Content<P> {
  return Purposes[purpose].parse(JSON.parse(found.value)) as Content<P>;
}

import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import * as z from 'zod';
import type { AccountId } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';
import { stepAt, stepsAround } from '../rules/codeTime.ts';

/**
 * Codes of an application (RFC 6238: SHA-1, six figures, thirty seconds, what every application takes) and recovery codes.
 * A copy of the database gives neither: secrets are sealed, recovery codes stand as keyed hashes.
 */
const RECOVERY_CODES = 10;

/** Minutes that a page which offers a secret may stay open. */
const OFFER_MINUTES = 30;

const Offer = z.strictObject({ accountId: z.uuid(), secret: z.string(), until: z.number() });

/** A secret that a page offers; nothing is stored until a code of it has come back. */
export type FactorOffer = { readonly secret: string; readonly sealed: string };

function keyOf(deps: Pick<AccountsDeps, 'secret'>, purpose: string): string {
  return createHmac('sha256', deps.secret).update(`second factor ${purpose}`).digest('base64url');
}

export async function newOffer(deps: AccountsDeps, id: AccountId): Promise<FactorOffer> {
  const secret = randomBytes(18).toString('base64url');
  const until = Temporal.Now.instant().add({ minutes: OFFER_MINUTES }).epochMilliseconds;
  const data = JSON.stringify({ accountId: id, secret, until });
  return { secret, sealed: await symmetricEncrypt({ key: keyOf(deps, 'offer'), data }) };
}

/** null: not ours, offered to somebody else, or too long ago. */
export async function openOffer(deps: AccountsDeps, id: AccountId, sealed: string): Promise<FactorOffer | null> {
  const text = await symmetricDecrypt({ key: keyOf(deps, 'offer'), data: sealed }).catch(() => null);
  if (text === null) return null;
  const { accountId, secret, until } = Offer.parse(JSON.parse(text));
  return accountId === id && Temporal.Now.instant().epochMilliseconds < until ? { secret, sealed } : null;
}

/** As it is stored. */
export function sealSecret(deps: AccountsDeps, secret: string): Promise<string> {
  return symmetricEncrypt({ key: keyOf(deps, 'secret'), data: secret });
}

export function openSecret(deps: AccountsDeps, sealed: string): Promise<string> {
  return symmetricDecrypt({ key: keyOf(deps, 'secret'), data: sealed });
}

/** What an application reads in the square code: `otpauth://totp/…`. */
export function factorLink(secret: string, issuer: string, address: string): string {
  return createOTP(secret).url(issuer, address);
}

/** The secret as it is typed, in groups of four: `ABCD EFGH …`. */
export function factorKey(secret: string): string {
  const key = new URL(factorLink(secret, 'x', 'x')).searchParams.get('secret') ?? '';
  return key.replace(/.{4}(?=.)/g, '$& ');
}

/** Of which step this code is, within ten minutes; null: of none. All are looked at, whichever it is. */
export async function stepOf(secret: string, code: string, now: Temporal.Instant): Promise<number | null> {
  const otp = createOTP(secret);
  let found: number | null = null;
  for (const step of stepsAround(stepAt(now))) if ((await otp.hotp(step)) === code) found ??= step;
  return found;
}

/** `01234-56789`: figures alone, for the keyboard of a telephone and to be read out. */
export function newRecoveryCodes(): readonly string[] {
  const part = (): string => String(randomInt(100_000)).padStart(5, '0');
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES) codes.add(`${part()}-${part()}`);
  return [...codes];
}

/** `code` without its hyphen. */
export function recoveryMark(deps: AccountsDeps, id: AccountId, code: string): string {
  return createHmac('sha256', keyOf(deps, 'recovery')).update(`${id} ${code}`).digest('base64url');
}

const Shown = z.strictObject({ accountId: z.uuid(), codes: z.array(z.string()) });

/** New codes on their way to the page that shows them, in a cookie: nothing of ours keeps them. */
export function sealCodes(deps: AccountsDeps, id: AccountId, codes: readonly string[]): Promise<string> {
  return symmetricEncrypt({ key: keyOf(deps, 'codes'), data: JSON.stringify({ accountId: id, codes }) });
}

export async function openCodes(deps: AccountsDeps, id: AccountId, sealed: string): Promise<readonly string[] | null> {
  const text = await symmetricDecrypt({ key: keyOf(deps, 'codes'), data: sealed }).catch(() => null);
  if (text === null) return null;
  const { accountId, codes } = Shown.parse(JSON.parse(text));
  return accountId === id ? codes : null;
}

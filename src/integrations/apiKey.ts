import { columns, instant, nullable, type RowOf, text, texts, uuid } from '../platform/database/columns.ts';

/**
 * A key of an academy, by which another program reads (*clé de lecture*). Read this file first. It opens the scopes that a head chose when
 * it was made, for the sessions of that academy alone, until a day within the year; nothing of health is in any of them.
 */

/** What a key may open, one tick each. `identity` and `results` say more of the files of which `files` says where they stand. */
export const SCOPES = ['files', 'identity', 'results'] as const;
export type KeyScope = (typeof SCOPES)[number];

/** Keys that an academy may have standing, and how long one stands at most. */
export const KEY = { most: 20, days: 365, nameLength: 60 } as const;
export const KEY_DAYS = [30, 90, 180, KEY.days] as const;

/** `shown`: how the key begins, by which somebody knows it again; the rest of it is kept nowhere. */
export const API_KEY = columns({
  id: uuid,
  academy: text,
  name: text,
  shown: text,
  scopes: texts,
  madeBy: uuid,
  madeAt: instant,
  expiresAt: instant,
  revokedAt: nullable(instant),
  lastUsedAt: nullable(instant),
});
export type ApiKey = RowOf<typeof API_KEY>;

export type KeyState = 'stands' | 'expired' | 'revoked';

/** By real time, as sign-in sessions are: the exam's clock opens nothing. */
export function stateOfKey(
  { revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>,
  now: Temporal.Instant,
): KeyState {
  if (revokedAt !== null) return 'revoked';
  return Temporal.Instant.compare(expiresAt, now) > 0 ? 'stands' : 'expired';
}

export function opens({ scopes }: Pick<ApiKey, 'scopes'>, scope: KeyScope): boolean {
  return scopes.includes(scope);
}

export type KeyRefusal = { readonly code: 'too-many-keys' } | { readonly code: 'files-needed' };

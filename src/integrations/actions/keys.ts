import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import { type Act, type JournalSubject, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type ApiKey, KEY, type KeyRefusal, type KeyScope } from '../apiKey.ts';
import { newKey } from '../rules/keySecret.ts';
import { countStanding, endKey, insertKey } from '../store/keys.ts';

export type KeyOrder = {
  readonly academy: string;
  readonly headId: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly days: number;
  /** Of the form. */
  readonly key: string | null;
};

/** A key that stands from now on. `secret` null: the same form made it before, and nobody can show it again. */
export type MadeKey = { readonly id: string; readonly secret: string | null };

export async function makeKey(
  { db }: { readonly db: Database },
  act: Act,
  { academy, headId, name, scopes, days, key }: KeyOrder,
): Promise<Result<MadeKey, KeyRefusal>> {
  let secret: string | null = null;
  const sent = { key, owner: headId, purpose: 'api key', content: { name, scopes, days } };
  const made = await transact<string, KeyRefusal>(db, (tx) =>
    onceAccepted<string, KeyRefusal>(tx, sent, async () => {
      if (!scopes.includes('files')) return refuse({ code: 'files-needed' });
      if ((await countStanding(tx, academy)) >= KEY.most) return refuse({ code: 'too-many-keys' });
      const [id, one] = [randomUUID(), newKey()];
      const expiresAt = Temporal.Now.instant().add({ hours: 24 * days });
      await insertKey(tx, { id, academy, name, scopes, madeBy: headId, expiresAt, shown: one.shown, hash: one.hash });
      const said = { keyId: id, name, scopes, expiresAt: expiresAt.toString() };
      await record(tx, act, 'key.made', subjectOf(academy), said);
      secret = one.key;
      return ok(id);
    }),
  );
  return made.ok ? ok({ id: made.value, secret }) : made;
}

/** From the next request on it opens nothing. Revoked twice, it is revoked. */
export function revokeKey(
  { db }: { readonly db: Database },
  act: Act,
  key: ApiKey,
  headId: string,
): Promise<Result<null, never>> {
  return transact(db, async (tx) => {
    if (await endKey(tx, key, headId))
      await record(tx, act, 'key.revoked', subjectOf(key.academy), { keyId: key.id, name: key.name });
    return ok(null);
  });
}

function subjectOf(academy: string): JournalSubject {
  return { stream: `integrations:${academy}`, academy, session: null };
}

import type { Database } from '../../platform/database/database.ts';
import { networkOf } from '../../platform/http/network.ts';
import { createPace, type TakePace } from '../../platform/http/pace.ts';
import { type Guard, problem, type Reply, type Visit } from '../../platform/http/visit.ts';
import { type ApiKey, type KeyScope, opens, stateOfKey } from '../apiKey.ts';
import { apiTexts as say } from '../apiTexts.ts';
import { hashIn } from '../rules/keySecret.ts';
import { keyOfHash, noteUse } from '../store/keys.ts';
import { scopeNames } from '../texts.ts';

/** Requests with one key, and those of one network without any that stands. */
export const KEY_PACE = { burst: 60, perSecond: 10 } as const;
const STRANGERS_PACE = { burst: 30, perSecond: 1 } as const;

/** Who asks: a key that stands, or the answer that is given instead. */
export type Caller = { readonly key: ApiKey } | { readonly refused: Reply };

/**
 * Who bears a key that stands and opens this; null: any that stands. Why it isn't let in is said to programs, in JSON, and whether a key ever
 * existed to nobody. No cookie counts here.
 */
export function bearer(db: Database, takeTurns: TakeTurns, scope: KeyScope | null): Guard<Caller> {
  return {
    name: scope === null ? 'key' : `key: ${scope}`,
    admit: async (visit) => {
      const hash = hashIn(visit.header('authorization'));
      const found = hash === null ? null : await keyOfHash(db, hash);
      const key = found !== null && stateOfKey(found, Temporal.Now.instant()) === 'stands' ? found : null;
      const wait = key === null ? takeTurns.ofStrangers(networkOf(visit.ip)) : takeTurns.ofKeys(key.id);
      if (wait > 0) return { refused: withHeader(problem(say.tooFast(wait), 429), 'retry-after', String(wait)) };
      if (key === null) return { refused: unauthorized(visit) };
      await noteUse(db, key);
      if (scope !== null && !opens(key, scope)) return { refused: problem(say.scope(scopeNames[scope]), 403) };
      return { key };
    },
  };
}

export type TakeTurns = { readonly ofKeys: TakePace; readonly ofStrangers: TakePace };

/** Of one node. */
export function createTurns(): TakeTurns {
  return { ofKeys: createPace(KEY_PACE), ofStrangers: createPace(STRANGERS_PACE) };
}

function unauthorized(visit: Visit): Reply {
  const bare = visit.header('authorization') === undefined;
  const challenge = bare ? 'Bearer realm="registre"' : 'Bearer realm="registre", error="invalid_token"';
  return withHeader(problem(bare ? say.noKey : say.unknownKey, 401), 'www-authenticate', challenge);
}

function withHeader(answer: Reply, name: string, value: string): Reply {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

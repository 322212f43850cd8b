import type { Visit } from '../../platform/http/visit.ts';
import { actBy } from '../actBy.ts';
import { openSession, whyShut } from '../actions/openSession.ts';
import { signOut } from '../actions/signOut.ts';
import { dropSession } from '../credentials/sessionCookie.ts';
import { inDemonstration } from '../demonstration.ts';
import { findByAddress, type KnownAccount } from '../store/accounts.ts';
import { browserOf, type Door, visitorAct } from './door.ts';

export type DemonstrationPerson = Pick<KnownAccount, 'accountId' | 'displayName' | 'staff'>;

/** Who is in a demonstration, and how anybody becomes them by one button. */
export type DemonstrationDoor = {
  /** null: nobody of the demonstration has this address, or their access is closed. */
  readonly find: (address: string) => Promise<DemonstrationPerson | null>;
  /** Cookies that sign in as them without a password, whoever was signed in before; none where they are already. null: as for `find`. */
  readonly enter: (visit: Visit, address: string) => Promise<readonly string[] | null>;
  /** Cookies that sign out. */
  readonly leave: (visit: Visit) => Promise<readonly string[]>;
};

/** An office's own people are never let in this way: their addresses aren't a demonstration's, and nobody asks in production. */
export function demonstrationDoor(door: Door): DemonstrationDoor {
  const { deps, sessions } = door;
  const known = async (address: string): Promise<KnownAccount | null> => {
    const found = inDemonstration(address) ? await findByAddress(deps.db, address) : null;
    return found === null || whyShut(found) !== null ? null : found;
  };
  return {
    find: known,
    enter: async (visit, address) => {
      const owner = await known(address);
      if (owner === null) return null;
      if ((await sessions.sessionOf(visit))?.accountId === owner.accountId) return [];
      const browser = browserOf(door, visit);
      const entered = await deps.db
        .transaction()
        .execute((tx) => openSession(deps, tx, owner, browser, visitorAct(visit), 'second factor'));
      return entered.ok && 'cookies' in entered.value ? entered.value.cookies : null;
    },
    leave: (visit) => leave(door, visit),
  };
}

/** Ends the session of this browser, if it holds one: the cookies that say so. */
export async function leave({ deps, sessions }: Door, visit: Visit): Promise<readonly string[]> {
  const [token, session] = [sessions.tokenOf(visit), await sessions.sessionOf(visit)];
  const act = session === null ? visitorAct(visit) : actBy(visit, session);
  if (token !== null) await signOut(deps, session, token, act);
  return [dropSession(deps.publicUrl)];
}

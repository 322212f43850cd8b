import { cookieName } from '../platform/http/cookies.ts';
import type { Guard, Visit } from '../platform/http/visit.ts';
import type { Role, SignedInCandidate, SignedInPerson, SignedInStaff } from './account.ts';
import { readToken, SESSION_COOKIE } from './credentials/sessionCookie.ts';
import type { AccountsDeps } from './deps.ts';
import { readSession, touchSession } from './store/sessions.ts';

/**
 * Who is signed in: read once a visit, whoever asks. Where staff need a second factor, a session without is a sign-in that
 * isn't finished: `sessionOf` knows nothing of it, and nothing opens but the page that sets one up.
 */
export type Sessions = {
  readonly sessionOf: (visit: Visit) => Promise<SignedInPerson | null>;
  /** Also who has no second factor yet. */
  readonly holderOf: (visit: Visit) => Promise<SignedInPerson | null>;
  readonly tokenOf: (visit: Visit) => string | null;
};

export function createSessions(deps: AccountsDeps): Sessions {
  const name = cookieName(SESSION_COOKIE, deps.publicUrl);
  const known = new WeakMap<Visit, Promise<Found>>();
  const tokenOf = (visit: Visit): string | null => readToken(visit.cookies[name], deps.secret);
  const look = async (token: string): Promise<Found> => {
    const found = await readSession(deps.db, token);
    if (found?.stale === true) await touchSession(deps.db, found.session.sessionId);
    return found;
  };
  const find = (visit: Visit): Promise<Found> => {
    const before = known.get(visit);
    if (before !== undefined) return before;
    const token = tokenOf(visit);
    const found = token === null ? Promise.resolve(null) : look(token);
    known.set(visit, found);
    return found;
  };
  return {
    tokenOf,
    sessionOf: async (visit) => {
      const found = await find(visit);
      const unfinished = deps.secondFactorRequired && found?.session.kind === 'staff' && !found.secondFactor;
      return unfinished ? null : (found?.session ?? null);
    },
    holderOf: async (visit) => (await find(visit))?.session ?? null,
  };
}

type Found = Awaited<ReturnType<typeof readSession>>;

export type Guards = {
  readonly candidate: Guard<SignedInCandidate>;
  /** Any of these roles; without any, whoever works for the office. */
  readonly staff: (...roles: readonly Role[]) => Guard<SignedInStaff>;
  /** Whoever works for the office, second factor or not: may set one up. */
  readonly settingUp: Guard<SignedInStaff>;
  readonly signedIn: Guard<SignedInPerson>;
  readonly anyone: Guard<SignedInPerson | null>;
};

/** What belongs to others doesn't exist for you: only somebody who isn't signed in is asked to sign in. */
export function createGuards({ sessionOf, holderOf }: Sessions): Guards {
  return {
    candidate: {
      name: 'candidate',
      admit: async (visit) => {
        const session = await sessionOf(visit);
        if (session === null) return { denied: 'sign-in' };
        return session.kind === 'candidate' ? session : { denied: 'not-found' };
      },
    },
    staff: (...roles) => ({
      name: roles.length === 0 ? 'staff' : `staff: ${roles.join(', ')}`,
      admit: async (visit) => {
        const session = await sessionOf(visit);
        if (session === null) return { denied: 'sign-in' };
        if (session.kind !== 'staff') return { denied: 'not-found' };
        return roles.length === 0 || roles.includes(session.role) ? session : { denied: 'not-found' };
      },
    }),
    settingUp: {
      name: 'staff, second factor or not',
      admit: async (visit) => {
        const holder = await holderOf(visit);
        if (holder === null) return { denied: 'sign-in' };
        return holder.kind === 'staff' ? holder : { denied: 'not-found' };
      },
    },
    signedIn: {
      name: 'signed in',
      admit: async (visit) => (await sessionOf(visit)) ?? { denied: 'sign-in' },
    },
    anyone: { name: 'anyone', admit: sessionOf, strangers: true },
  };
}

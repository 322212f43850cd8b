import type { StandingPages } from '../../platform/http/faultPages.ts';
import type { Reply, Visit } from '../../platform/http/visit.ts';
import type { StandingDeps } from './frame.tsx';
import { notFound, tooLarge, tooLong, unreadable } from './plainPages.tsx';
import { forged, signedOut } from './refusedForms.tsx';
import { createUnavailable, failure } from './troubles.tsx';
import { createWaiting } from './waiting.tsx';

/** The whole pages for what no route answers. None of them reads the database. */
export function standingPages(
  deps: StandingDeps & {
    /** Where a visitor who only wanted to see a page goes: to the door, and back. */
    readonly toSignIn: (visit: Visit) => Reply;
  },
): StandingPages {
  return {
    notFound: (visit) => notFound(deps, visit),
    signIn: (visit) => (visit.method === 'POST' ? signedOut(deps, visit) : deps.toSignIn(visit)),
    forged: (visit) => forged(deps, visit),
    tooLarge: (visit) => tooLarge(deps, visit),
    tooLong: (visit) => tooLong(deps, visit),
    unreadable: (visit) => unreadable(deps, visit),
    failure: (visit) => failure(deps, visit),
    unavailable: createUnavailable(deps),
    waiting: createWaiting(deps),
  };
}

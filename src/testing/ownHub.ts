import { candidateRoutes } from '../candidate/index.ts';
import { countUnread } from '../documents/index.ts';
import { EVENTS } from '../events.ts';
import { hearingDue } from '../hearings/index.ts';
import { openDues } from '../pieces/index.ts';
import type { Route } from '../platform/http/visit.ts';

type Deps = Parameters<typeof candidateRoutes>[0];

/** The candidate's own page and their list, beside the routes of another door: what one decides, the other reads. */
export function ownHub(deps: Omit<Deps, 'due' | 'countUnread' | 'definedEvents'>): readonly Route[] {
  return candidateRoutes({ ...deps, due: openDues([hearingDue]), countUnread, definedEvents: EVENTS });
}

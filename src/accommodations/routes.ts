import type { Route } from '../platform/http/visit.ts';
import type { AccommodationDeps } from './deps.ts';
import { candidateRoutes } from './routes/candidate.ts';
import { serviceRoutes } from './routes/service.ts';

/** Its candidate's part and its service's: no other door leads here. */
export function accommodationRoutes(deps: AccommodationDeps): readonly Route[] {
  return [...candidateRoutes(deps), ...serviceRoutes(deps)];
}

import type { Route } from '../platform/http/visit.ts';
import { centreRoutes } from './routes/centres.ts';
import type { PlacesDeps } from './routes/loans.ts';
import { roomTableRoutes } from './routes/tables.ts';

/** Centres and rooms. */
export function placeRoutes(deps: PlacesDeps): readonly Route[] {
  return [...centreRoutes(deps), ...roomTableRoutes(deps)];
}

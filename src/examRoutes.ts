import { calendarRoutes } from './calendar/index.ts';
import { placeRoutes } from './places/index.ts';
import { planDeskRoutes } from './plan/index.ts';
import type { Route } from './platform/http/visit.ts';
import { sitterRoutes } from './sitters/index.ts';
import { type SummonsDeps, summonsDeskRoutes } from './summonses/index.ts';
import { missingRoutes } from './watch/index.ts';

/** Address → who may → page, for everything under /gestion/examen. */
export function examRoutes(deps: SummonsDeps): readonly Route[] {
  return [missingRoutes, placeRoutes, sitterRoutes, calendarRoutes, planDeskRoutes, summonsDeskRoutes].flatMap(
    (routes) => routes(deps),
  );
}

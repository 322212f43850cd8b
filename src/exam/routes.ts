import type { Route } from '../platform/http/visit.ts';
import type { ExamDeps } from './deps.ts';
import { calendarRoutes } from './places/routes/calendar.ts';
import { centreRoutes } from './places/routes/centres.ts';
import { tableRoutes } from './places/routes/tables.ts';
import { planRoutes } from './plan/routes/plan.ts';
import { planCheckRoutes } from './plan/routes/planChecks.ts';
import { planPeopleRoutes } from './plan/routes/planPeople.ts';
import { sitterRoutes } from './sitters/routes/sitters.ts';
import { listRoutes } from './summonses/routes/lists.ts';
import { summonsRoutes } from './summonses/routes/summonses.ts';
import { missingRoutes } from './watch/routes/missing.ts';

/** Address → who may → page, for everything under /gestion/examen. */
export function examRoutes(deps: ExamDeps): readonly Route[] {
  return [
    ...missingRoutes(deps),
    ...centreRoutes(deps),
    ...calendarRoutes(deps),
    ...tableRoutes(deps),
    ...sitterRoutes(deps),
    ...planRoutes(deps),
    ...planCheckRoutes(deps),
    ...planPeopleRoutes(deps),
    ...summonsRoutes(deps),
    ...listRoutes(deps),
  ];
}

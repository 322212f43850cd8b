import type { Route } from '../platform/http/visit.ts';
import type { ExamDeps } from './deps.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { centreRoutes } from './routes/centres.ts';
import { listRoutes } from './routes/lists.ts';
import { missingRoutes } from './routes/missing.ts';
import { planRoutes } from './routes/plan.ts';
import { planCheckRoutes } from './routes/planChecks.ts';
import { planPeopleRoutes } from './routes/planPeople.ts';
import { sitterRoutes } from './routes/sitters.ts';
import { summonsRoutes } from './routes/summonses.ts';
import { tableRoutes } from './routes/tables.ts';

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

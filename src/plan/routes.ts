import type { ExamDeps } from '../exam/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { planRoutes } from './routes/plan.ts';
import { planCheckRoutes } from './routes/planChecks.ts';
import { planPeopleRoutes } from './routes/planPeople.ts';

/** Who sits where. */
export function planDeskRoutes(deps: ExamDeps): readonly Route[] {
  return [...planRoutes(deps), ...planCheckRoutes(deps), ...planPeopleRoutes(deps)];
}

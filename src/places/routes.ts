import type { ExamDeps } from '../exam/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { centreRoutes } from './routes/centres.ts';
import { roomTableRoutes } from './routes/tables.ts';

/** Centres and rooms. */
export function placeRoutes(deps: ExamDeps): readonly Route[] {
  return [...centreRoutes(deps), ...roomTableRoutes(deps)];
}

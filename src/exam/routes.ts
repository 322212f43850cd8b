import type { Route } from '../platform/http/visit.ts';
import type { ExamDeps } from './deps.ts';
import { missingRoutes } from './routes/missing.ts';

/** Address → who may → page, for everything under /gestion/examen. */
export function examRoutes(deps: ExamDeps): readonly Route[] {
  return [...missingRoutes(deps)];
}

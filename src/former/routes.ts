import type { Route } from '../platform/http/visit.ts';
import type { FormerDeps } from './deps.ts';
import { importRoutes } from './routes/imports.ts';
import { ownRoutes } from './routes/ownResults.ts';
import { personRoutes } from './routes/persons.ts';

/** Address → who may → action → page: under /gestion/resultats-anterieurs, and the candidate's own. */
export function formerRoutes(deps: FormerDeps): readonly Route[] {
  return [...importRoutes(deps), ...personRoutes(deps), ...ownRoutes(deps)];
}

import type { Route } from '../platform/http/visit.ts';
import type { PublicationDeps } from './deps.ts';
import { officeRoutes } from './routes/office.ts';
import { oneRoutes } from './routes/one.ts';
import { ownRoutes } from './routes/own.ts';

/** Address → who may → action → page: a head's, under /gestion/publication, and the candidate's own result. */
export function publicationRoutes(deps: PublicationDeps): readonly Route[] {
  return [...officeRoutes(deps), ...oneRoutes(deps), ...ownRoutes(deps)];
}

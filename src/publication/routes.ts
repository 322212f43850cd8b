import type { Route } from '../platform/http/visit.ts';
import type { PublicationDeps } from './deps.ts';
import { caseRoutes } from './routes/cases.ts';
import { contestRoutes } from './routes/contest.ts';
import { namesRoutes } from './routes/names.ts';
import { officeRoutes } from './routes/office.ts';
import { oneRoutes } from './routes/one.ts';
import { ownRoutes } from './routes/ownResults.ts';
import { scriptRoutes } from './routes/scripts.ts';

/** Address → who may → action → page: a head's, under /gestion/publication, the candidate's own result, and the list that anybody reads. */
export function publicationRoutes(deps: PublicationDeps): readonly Route[] {
  return [
    ...officeRoutes(deps),
    ...oneRoutes(deps),
    ...ownRoutes(deps),
    ...namesRoutes(deps),
    ...caseRoutes(deps),
    ...contestRoutes(deps),
    ...scriptRoutes(deps),
  ];
}

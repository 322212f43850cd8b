import type { Route } from '../platform/http/visit.ts';
import type { JuryDeps } from './deps.ts';
import { additionRoutes } from './routes/additions.ts';
import { candidateRoutes } from './routes/candidate.ts';
import { candidatesRoutes } from './routes/candidates.ts';
import { juryRoutesOf } from './routes/jury.ts';
import { listRoutes } from './routes/list.ts';
import { pointRoutes } from './routes/points.ts';
import { recordRoutes } from './routes/record.ts';

/** Address → who may → action → page, for everything under /gestion/deliberation. */
export function juryRoutes(deps: JuryDeps): readonly Route[] {
  return [
    ...listRoutes(deps),
    ...juryRoutesOf(deps),
    ...candidatesRoutes(deps),
    ...candidateRoutes(deps),
    ...pointRoutes(deps),
    ...additionRoutes(deps),
    ...recordRoutes(deps),
  ];
}

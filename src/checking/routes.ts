import type { Route } from '../platform/http/visit.ts';
import type { CheckingDeps } from './deps.ts';
import { claimRoutes } from './routes/claims.ts';
import { handOverRoutes } from './routes/handOver.ts';
import { onBehalfRoutes } from './routes/onBehalf.ts';
import { queueRoutes } from './routes/queue.ts';
import { reviewRoutes } from './routes/review.ts';
import { takeBackRoutes } from './routes/takeBack.ts';

/** What waits to be checked, its review, who takes care of what. */
export function checkingRoutes(deps: CheckingDeps): readonly Route[] {
  return [
    ...queueRoutes(deps),
    ...reviewRoutes(deps),
    ...takeBackRoutes(deps),
    ...claimRoutes(deps),
    ...onBehalfRoutes(deps),
    ...handOverRoutes(deps),
  ];
}

import type { Route } from '../platform/http/visit.ts';
import type { SummonsDeps } from './deps.ts';
import { listRoutes } from './routes/lists.ts';
import { summonsRoutes } from './routes/summonses.ts';

/** The office's part. */
export function summonsDeskRoutes(deps: SummonsDeps): readonly Route[] {
  return [...summonsRoutes(deps), ...listRoutes(deps)];
}

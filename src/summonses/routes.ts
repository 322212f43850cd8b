import type { ExamDeps } from '../exam/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { listRoutes } from './routes/lists.ts';
import { summonsRoutes } from './routes/summonses.ts';

/** The office's part. */
export function summonsDeskRoutes(deps: ExamDeps): readonly Route[] {
  return [...summonsRoutes(deps), ...listRoutes(deps)];
}

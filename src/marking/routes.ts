import type { Route } from '../platform/http/visit.ts';
import type { MarkingDeps } from './deps.ts';
import { boardRoutes } from './routes/boards.ts';
import { deviceRoutes } from './routes/device.ts';

/** Address → who may → action → page, for everything under /commission/notes. */
export function markingRoutes(deps: MarkingDeps): readonly Route[] {
  return [...boardRoutes(deps), ...deviceRoutes(deps)];
}

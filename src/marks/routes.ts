import type { Route } from '../platform/http/visit.ts';
import type { MarkDeps } from './deps.ts';
import { batchRoutes } from './routes/batch.ts';
import { entryRoutes } from './routes/entry.ts';
import { fileRoutes } from './routes/file.ts';
import { listRoutes } from './routes/list.ts';
import { namedRoutes } from './routes/named.ts';

/** Address → who may → action → page, for everything under /gestion/notes. */
export function markRoutes(deps: MarkDeps): readonly Route[] {
  return [...listRoutes(deps), ...entryRoutes(deps), ...fileRoutes(deps), ...batchRoutes(deps), ...namedRoutes(deps)];
}

import type { Route } from '../platform/http/visit.ts';
import { apiRoutes } from './routes/api.ts';
import { appearanceRoutes } from './routes/appearance.tsx';
import { calendarFileRoutes } from './routes/calendarFile.ts';
import { healthRoutes } from './routes/health.ts';
import { pageRoutes } from './routes/pages.tsx';
import { simulatorRoutes } from './simulator/routes.tsx';
import type { PublicDeps } from './site.ts';
import { verifyRoutes } from './verify/routes.tsx';

/** Address → page, for the visitor's door and for the machines that watch the node. */
export function publicRoutes(deps: PublicDeps): readonly Route[] {
  return [
    ...pageRoutes(deps),
    ...calendarFileRoutes(deps),
    ...appearanceRoutes(deps),
    ...healthRoutes(deps),
    ...apiRoutes(deps),
    ...simulatorRoutes(deps),
    ...verifyRoutes(deps),
  ];
}

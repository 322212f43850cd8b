import type { Route } from '../platform/http/visit.ts';
import { dashboardRoutes } from './dashboard/routes/dashboard.ts';
import { refusedRoutes } from './dashboard/routes/refused.ts';
import type { OfficeDeps } from './deps.ts';
import { appealRoutes } from './file/routes/appeal.ts';
import { fileClaimRoutes } from './file/routes/claim.ts';
import { fileRoutes } from './file/routes/files.ts';
import { paperRoutes } from './file/routes/papers.ts';
import { reserveRoutes } from './file/routes/reserve.ts';
import { unitRoutes } from './file/routes/units.ts';
import { homeRoutes } from './home/routes/home.ts';
import { journalRoutes } from './journal/routes/journal.ts';
import { nightRoutes } from './journal/routes/nights.ts';
import { refusalRoutes } from './journal/routes/refusals.ts';
import { workRoutes } from './works/routes/works.ts';

/** Address → who may → action → page, for the home page, the dashboard, a file and the journal. */
export function officeRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    ...homeRoutes(deps),
    ...dashboardRoutes(deps),
    ...refusedRoutes(deps),
    ...fileClaimRoutes(deps),
    ...unitRoutes(deps),
    ...fileRoutes(deps),
    ...paperRoutes(deps),
    ...reserveRoutes(deps),
    ...appealRoutes(deps),
    ...journalRoutes(deps),
    ...refusalRoutes(deps),
    ...nightRoutes(deps),
    ...workRoutes(deps),
  ];
}

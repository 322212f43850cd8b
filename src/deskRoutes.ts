import { checkingRoutes } from './checking/index.ts';
import { closingDeskRoutes } from './closing/index.ts';
import { documentDeskRoutes } from './documents/index.ts';
import { exportRoutes } from './exports/index.ts';
import { hearingDeskRoutes } from './hearings/index.ts';
import { type IncidentDeps, incidentRoutes } from './incidents/index.ts';
import { type IntegrationDeps, integrationRoutes } from './integrations/index.ts';
import { letterTrayRoutes } from './letters/index.ts';
import { messageDeskRoutes } from './messages/index.ts';
import { type OfficeDeps, officeRoutes } from './office/index.ts';
import { paperDeskRoutes } from './papers/index.ts';
import { type PersonDeps, personRoutes } from './persons/index.ts';
import type { Route } from './platform/http/visit.ts';
import { reminderDeskRoutes } from './reminders/index.ts';
import { SIGNABLE } from './signables.ts';
import { signingRoutes } from './signing/index.ts';
import { type StaffDeps, staffRoutes } from './staff/index.ts';

/** What all of them together work with. */
export type EveryDeskDeps = Omit<OfficeDeps, 'signables'> & PersonDeps & StaffDeps & IncidentDeps & IntegrationDeps;

/** Address → who may → action → page, for what the staff does in every room that works with what the office has. */
export function deskRoutes(deps: EveryDeskDeps): readonly Route[] {
  return [
    ...officeRoutes({ ...deps, signables: SIGNABLE }),
    ...checkingRoutes(deps),
    ...signingRoutes({ ...deps, signables: SIGNABLE }),
    ...exportRoutes(deps),
    ...integrationRoutes(deps),
    ...letterTrayRoutes(deps),
    ...documentDeskRoutes(deps),
    ...paperDeskRoutes(deps),
    ...messageDeskRoutes(deps),
    ...reminderDeskRoutes(deps),
    ...hearingDeskRoutes(deps),
    ...closingDeskRoutes(deps),
    ...incidentRoutes(deps),
    ...staffRoutes(deps),
    ...personRoutes(deps),
  ];
}

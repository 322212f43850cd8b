import type { Route } from '../platform/http/visit.ts';
import type { StaffDeps } from './deps.ts';
import { absenceRoutes } from './routes/absence.ts';
import { staffRoutes as memberRoutes } from './routes/staff.ts';

/** Address → who may → action → page, for everything under /gestion/personnel. */
export function staffRoutes(deps: StaffDeps): readonly Route[] {
  return [...memberRoutes(deps), ...absenceRoutes(deps)];
}

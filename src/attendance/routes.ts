import type { Route } from '../platform/http/visit.ts';
import type { AttendanceDeps } from './deps.ts';
import { dayRoutes } from './routes/day.ts';
import { deviceRoutes } from './routes/device.ts';
import { keeperRoutes } from './routes/keepers.ts';
import { officeRoutes } from './routes/office.ts';

/** Address → who may → action → page, for everything under /centre and /gestion/examen/presences. */
export function attendanceRoutes(deps: AttendanceDeps): readonly Route[] {
  return [...dayRoutes(deps), ...deviceRoutes(deps), ...officeRoutes(deps), ...keeperRoutes(deps)];
}

import type { ExamDeps } from '../exam/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { centreRoutes } from './routes/centres.ts';
import { tableRoutes } from './routes/tables.ts';

/** Centres, rooms and the calendar. */
export function placeRoutes(deps: ExamDeps): readonly Route[] {
  return [...centreRoutes(deps), ...calendarRoutes(deps), ...tableRoutes(deps)];
}

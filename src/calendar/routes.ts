import type { ExamDeps } from '../exam/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { calendarPages } from './routes/calendar.ts';
import { drawingPages } from './routes/drawing.ts';
import { sittingTableRoutes } from './routes/tables.ts';

/** The calendar of tests. */
export function calendarRoutes(deps: ExamDeps): readonly Route[] {
  return [...drawingPages(deps), ...calendarPages(deps), ...sittingTableRoutes(deps)];
}

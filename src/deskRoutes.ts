import { closingDeskRoutes } from './closing/index.ts';
import { hearingDeskRoutes } from './hearings/index.ts';
import { type OfficeDeps, officeRoutes } from './office/index.ts';
import type { Route } from './platform/http/visit.ts';
import { reminderDeskRoutes } from './reminders/index.ts';

/** Address → who may → action → page, for what the staff does in every room that works with what the office has. */
export function deskRoutes(deps: OfficeDeps): readonly Route[] {
  return [...officeRoutes(deps), ...reminderDeskRoutes(deps), ...hearingDeskRoutes(deps), ...closingDeskRoutes(deps)];
}

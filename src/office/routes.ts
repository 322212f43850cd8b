import type { Route } from '../platform/http/visit.ts';
import type { OfficeDeps } from './deps.ts';
import { absenceRoutes } from './routes/absence.ts';
import { claimRoutes } from './routes/claims.ts';
import { closingOfficeRoutes } from './routes/closing.ts';
import { closingCaseRoutes } from './routes/closingCase.ts';
import { editionRoutes } from './routes/editions.ts';
import { exportRoutes } from './routes/exports.ts';
import { fileRoutes } from './routes/files.ts';
import { homeRoutes } from './routes/home.ts';
import { journalRoutes } from './routes/journal.ts';
import { lotRoutes } from './routes/lots.ts';
import { messageLotRoutes } from './routes/messageLots.ts';
import { messageOfficeRoutes } from './routes/messages.ts';
import { templateRoutes } from './routes/messageTemplates.ts';
import { paperRoutes } from './routes/papers.ts';
import { queueRoutes } from './routes/queue.ts';
import { refusalRoutes } from './routes/refusals.ts';
import { reminderRoutes } from './routes/reminders.ts';
import { reserveRoutes } from './routes/reserve.ts';
import { reviewRoutes } from './routes/review.ts';
import { staffRoutes } from './routes/staff.ts';
import { takeBackRoutes } from './routes/takeBack.ts';

/** Address → who may → action → page, for everything under /gestion. */
export function officeRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    ...homeRoutes(deps),
    ...queueRoutes(deps),
    ...reviewRoutes(deps),
    ...takeBackRoutes(deps),
    ...claimRoutes(deps),
    ...absenceRoutes(deps),
    ...fileRoutes(deps),
    ...paperRoutes(deps),
    ...reserveRoutes(deps),
    ...messageOfficeRoutes(deps),
    ...templateRoutes(deps),
    ...messageLotRoutes(deps),
    ...reminderRoutes(deps),
    ...exportRoutes(deps),
    ...(deps.editions === undefined ? [] : editionRoutes(deps, deps.editions)),
    ...closingOfficeRoutes(deps),
    ...lotRoutes(deps),
    ...closingCaseRoutes(deps),
    ...staffRoutes(deps),
    ...journalRoutes(deps),
    ...refusalRoutes(deps),
  ];
}

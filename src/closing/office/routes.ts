import type { LetterDeskDeps } from '../../papers/index.ts';
import type { Route } from '../../platform/http/visit.ts';
import { closingOfficeRoutes } from './routes/closing.ts';
import { closingCaseRoutes } from './routes/closingCase.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { lotRoutes } from './routes/lots.ts';

/** The office's part. */
export function closingDeskRoutes(deps: LetterDeskDeps): readonly Route[] {
  return [...closingOfficeRoutes(deps), ...invitationRoutes(deps), ...lotRoutes(deps), ...closingCaseRoutes(deps)];
}

import type { LetterDeskDeps } from '../../papers/index.ts';
import type { Route } from '../../platform/http/visit.ts';
import { messageLotRoutes } from './routes/messageLots.ts';
import { messageOfficeRoutes } from './routes/messages.ts';
import { templateRoutes } from './routes/messageTemplates.ts';

/** The office's part. */
export function messageDeskRoutes(deps: LetterDeskDeps): readonly Route[] {
  return [...messageOfficeRoutes(deps), ...templateRoutes(deps), ...messageLotRoutes(deps)];
}

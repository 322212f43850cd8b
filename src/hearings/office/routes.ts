import type { LetterDeskDeps } from '../../papers/index.ts';
import type { Route } from '../../platform/http/visit.ts';
import { certificateRoutes } from './routes/certificates.ts';
import { hearingOfficeRoutes } from './routes/hearings.ts';

/** The office's part. */
export function hearingDeskRoutes(deps: LetterDeskDeps): readonly Route[] {
  return [...hearingOfficeRoutes(deps), ...certificateRoutes(deps)];
}

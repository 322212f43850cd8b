import type { Route } from '../platform/http/visit.ts';
import { tellCandidates } from './actions/tellCandidates.ts';
import type { EditorDeps } from './deps.ts';
import { checkingRoutes } from './routes/checking.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { extensionRoutes } from './routes/extensions.ts';
import { fewEntriesRoutes } from './routes/fewEntries.ts';
import { fileRoutes } from './routes/files.ts';
import { homeRoutes } from './routes/home.ts';
import { mailRoutes } from './routes/mails.ts';
import { overviewRoutes } from './routes/overview.ts';
import { pieceRoutes } from './routes/pieces.ts';
import { previewRoutes } from './routes/preview.ts';
import { publicationRoutes } from './routes/publications.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { specialityRoutes } from './routes/specialities.ts';

/** Address → who may → action → page, for everything under /gestion/regles. */
export function editorRoutes(deps: EditorDeps): readonly Route[] {
  return [
    ...homeRoutes(deps),
    ...publicationRoutes(deps),
    ...extensionRoutes(deps),
    ...overviewRoutes(deps),
    ...checkingRoutes(deps),
    ...previewRoutes(deps),
    ...exchangeRoutes(deps),
    ...fileRoutes(deps),
    ...sessionRoutes(deps),
    ...pieceRoutes(deps),
    ...mailRoutes(deps),
    ...specialityRoutes(deps),
    ...fewEntriesRoutes(deps),
  ];
}

/** The work that goes on after a publication. */
export function handleRuleJobs(deps: Parameters<typeof tellCandidates>[0] & Pick<EditorDeps, 'jobs'>): void {
  deps.jobs.handle('rules.tell', (data) => tellCandidates(deps, data));
}

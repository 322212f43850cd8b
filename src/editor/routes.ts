import type { Route } from '../platform/http/visit.ts';
import type { EditorDeps } from './deps.ts';
import { fileRoutes } from './routes/files.ts';
import { homeRoutes } from './routes/home.ts';
import { mailRoutes } from './routes/mails.ts';
import { overviewRoutes } from './routes/overview.ts';
import { pieceRoutes } from './routes/pieces.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { specialityRoutes } from './routes/specialities.ts';

/** Address → who may → action → page, for everything under /gestion/regles. */
export function editorRoutes(deps: EditorDeps): readonly Route[] {
  return [
    ...homeRoutes(deps),
    ...overviewRoutes(deps),
    ...fileRoutes(deps),
    ...sessionRoutes(deps),
    ...pieceRoutes(deps),
    ...mailRoutes(deps),
    ...specialityRoutes(deps),
  ];
}

import type { Route } from '../../platform/http/visit.ts';
import type { DocumentDeskDeps } from './deskDeps.ts';
import { publicationRoutes } from './documents/routes/publications.ts';
import { editionRoutes } from './editions/routes/editions.ts';

/** The office's part: documents that an officer publishes, papers in number. */
export function paperDeskRoutes(deps: DocumentDeskDeps): readonly Route[] {
  return [...publicationRoutes(deps), ...(deps.editions === undefined ? [] : editionRoutes(deps, deps.editions))];
}

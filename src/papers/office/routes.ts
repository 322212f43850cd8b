import type { Route } from '../../platform/http/visit.ts';
import type { DocumentDeskDeps } from './deskDeps.ts';
import { editionRoutes } from './editions/routes/editions.ts';

/** The office's part: papers in number. */
export function paperDeskRoutes(deps: DocumentDeskDeps): readonly Route[] {
  return deps.editions === undefined ? [] : editionRoutes(deps, deps.editions);
}

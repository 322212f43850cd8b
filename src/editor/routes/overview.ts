import { h } from 'preact';
import { type Route, route } from '../../platform/http/visit.ts';
import { DRAFT } from '../addresses.ts';
import { around, show } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { draftKeeper } from '../guards.ts';
import { OverviewPage } from '../pages/overviewPage.tsx';

export function overviewRoutes(deps: EditorDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: DRAFT,
      who: draftKeeper(deps),
      handle: async (visit, at) =>
        show(h(OverviewPage, { view: { ...(await around(deps, visit, at.staff)), open: at } })),
    }),
  ];
}

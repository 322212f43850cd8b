import { h } from 'preact';
import { type Route, route } from '../../platform/http/visit.ts';
import { show } from '../../ui/index.ts';
import { DRAFT } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { DOORS } from '../doors.ts';
import { draftKeeper } from '../guards.ts';
import { ThingsPage } from '../pages/thingsPage.tsx';
import { thingRoutes } from './things.ts';

/** Academies, exams and typical cases: what their schemas ask, and nothing more. */
export function fewThingsRoutes(deps: EditorDeps): readonly Route[] {
  return [
    ...(['academies', 'exams'] as const).flatMap((door) => [
      route({
        method: 'GET',
        path: `${DRAFT}/${DOORS[door].part}`,
        who: draftKeeper(deps),
        handle: async (visit, at) =>
          show(h(ThingsPage, { view: { ...(await pageFrame(deps, visit, at.staff)), open: at }, door })),
      }),
      ...thingRoutes(deps, door),
    ]),
    ...thingRoutes(deps, 'cases'),
  ];
}

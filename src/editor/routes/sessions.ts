import { h } from 'preact';
import { type Route, route } from '../../platform/http/visit.ts';
import { PARIS } from '../../platform/time.ts';
import { show } from '../../ui/index.ts';
import { DRAFT } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { breachesOf } from '../examination.ts';
import { withoutMoments } from '../form/moments.ts';
import { draftKeeper } from '../guards.ts';
import { SessionChecks } from '../pages/sessionChecks.tsx';
import { SessionsPage } from '../pages/sessionsPage.tsx';
import { Timeline } from '../pages/sessionTimeline.tsx';
import { checksFor } from '../rules/sessionChecklist.ts';
import { isRelative } from '../rules/sessionInstants.ts';
import { codeOf } from '../rules/things.ts';
import { copyRoutes } from './copySession.ts';
import { thingRoutes } from './things.ts';

/** The sessions of a draft: their list, each one with its dates in the order of time, a new one from another. */
export function sessionRoutes(deps: EditorDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: `${DRAFT}/sessions`,
      who: draftKeeper(deps),
      handle: async (visit, at) => {
        const now = deps.clock.now().toZonedDateTimeISO(PARIS).toPlainDateTime();
        return show(h(SessionsPage, { view: { ...(await pageFrame(deps, visit, at.staff)), open: at }, now }));
      },
    }),
    ...copyRoutes(deps),
    ...thingRoutes(deps, 'sessions', {
      form: withoutMoments,
      looks: ({ at, view, thing, form }) =>
        thing === null || isRelative(thing.value)
          ? {}
          : {
              above: h(SessionChecks, { view, checks: checksFor(at.files, thing) }),
              first: h(Timeline, { session: thing, nodes: form.nodes }),
            },
      strict: (pack, thing) => breachesOf(deps, pack, codeOf(thing, 'sessions')),
    }),
  ];
}

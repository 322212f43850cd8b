import { h } from 'preact';
import { type Route, route } from '../../platform/http/visit.ts';
import { inParis } from '../../platform/time.ts';
import { DRAFT } from '../addresses.ts';
import { draftPage } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { breachesOf } from '../examination.ts';
import { withoutMoments } from '../form/moments.ts';
import { draftKeeper } from '../guards.ts';
import { CopyLink } from '../pages/copyChoicePage.tsx';
import { ListPage } from '../pages/listPage.tsx';
import { SessionChecks } from '../pages/sessionChecks.tsx';
import { byOpening, sessionColumns } from '../pages/sessionColumns.tsx';
import { Timeline } from '../pages/sessionTimeline.tsx';
import { ownSessions } from '../rules/otherAcademies.ts';
import { checksFor } from '../rules/sessionChecklist.ts';
import { isRelative } from '../rules/sessionInstants.ts';
import { saveCopy, showCopy } from './copySession.ts';
import { entryRoutes } from './entries.ts';
import type { Special } from './special.ts';

/** The sessions of a draft: their list, each one with its dates in the order of time, a new one from another. */
export function sessionRoutes(deps: EditorDeps): readonly Route[] {
  const who = draftKeeper(deps);
  const copy = `${DRAFT}/sessions/copier`;
  const special = sessionSpecial(deps);
  return [
    draftPage(deps, 'sessions', (view, { files, staff }) => {
      const now = inParis(deps.clock.now()).toPlainDateTime();
      const entries = ownSessions(files, staff.academy).toSorted(byOpening);
      return h(ListPage, {
        view,
        part: 'sessions',
        lists: [{ shelf: 'sessions', entries, columns: sessionColumns(now) }],
        above: h(CopyLink, { view }),
      });
    }),
    route({ method: 'GET', path: copy, who, handle: (visit, at) => showCopy(deps, visit, at, special) }),
    route({
      method: 'POST',
      path: copy,
      who,
      note: "Qui tient les règles ajoute une session à son brouillon à partir d'une autre.",
      handle: (visit, at) => saveCopy(deps, visit, at, special),
    }),
    ...entryRoutes(deps, 'sessions', special),
  ];
}

function sessionSpecial(deps: EditorDeps): Special {
  return {
    form: withoutMoments,
    looks: ({ at, view, entry, form }) =>
      entry === null || isRelative(entry.value)
        ? {}
        : {
            above: h(SessionChecks, { view, checks: checksFor(at.files, entry) }),
            first: h(Timeline, { session: entry, nodes: form.nodes }),
          },
    strict: (pack, code) => breachesOf(deps, pack, code),
  };
}

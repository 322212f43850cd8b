import { h } from 'preact';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { PARIS } from '../../platform/time.ts';
import { type FormState, show } from '../../ui/index.ts';
import { DRAFT } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { breachesOf } from '../examination.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { boundsOf, sessionForm } from '../pages/sessionForm.ts';
import { SessionPage } from '../pages/sessionPage.tsx';
import { SessionsPage } from '../pages/sessionsPage.tsx';
import { faultsAtFields, stateFrom } from '../rules/bound.ts';
import { withMomentsInWords } from '../rules/moments.ts';
import { checksFor } from '../rules/sessionChecklist.ts';
import { isRelative } from '../rules/sessionInstants.ts';
import { faultsOf, type Thing } from '../rules/things.ts';
import { texts } from '../texts/sessions.ts';
import { copyRoutes } from './copySession.ts';
import { makeThing, saveForm } from './saveForm.ts';
import { atThing } from './thing.ts';

/** The sessions of a draft: their list, each one, a new one from another. */
export function sessionRoutes(deps: EditorDeps): readonly Route[] {
  const who = draftKeeper(deps);
  const one = atThing(deps, 'sessions', 'code');
  const path = `${DRAFT}/sessions/:code`;
  return [
    route({
      method: 'GET',
      path: `${DRAFT}/sessions`,
      who,
      handle: async (visit, at) => {
        const now = deps.clock.now().toZonedDateTimeISO(PARIS).toPlainDateTime();
        return show(h(SessionsPage, { view: { ...(await pageFrame(deps, visit, at.staff)), open: at }, now }));
      },
    }),
    ...copyRoutes(deps),
    route({ method: 'GET', path, who: one, handle: (visit, { at, thing }) => showSession(deps, visit, at, thing) }),
    route({ method: 'POST', path, who: one, handle: (visit, { at, thing }) => saveSession(deps, visit, at, thing) }),
  ];
}

async function showSession(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  session: Thing,
  state: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const form = sessionForm(session.value);
  const bounds = boundsOf(form);
  const faults = at.read.ok ? [] : faultsOf(session, at.read.error);
  return show(
    h(SessionPage, {
      view: { ...(await pageFrame(deps, visit, at.staff)), open: at },
      session,
      form,
      state: state ?? stateFrom(bounds, session.root, faultsAtFields(bounds, faults, withMomentsInWords)),
      faults,
      checks: isRelative(session.value) ? [] : checksFor(at.files, session),
    }),
    status,
  );
}

async function saveSession(deps: EditorDeps, visit: Visit, at: AtDraft, session: Thing): Promise<Reply> {
  const bounds = boundsOf(sessionForm(session.value));
  const code = visit.params.code ?? '';
  return saveForm(deps, visit, at, {
    fields: isRelative(session.value) ? [] : bounds.map(({ field }) => field),
    make: isRelative(session.value)
      ? () => ({ files: at.files })
      : makeThing(deps, at, {
          thing: session,
          bounds,
          strict: true,
          guard: async (pack) => faultsAtFields(bounds, await breachesOf(deps, pack, code)),
        }),
    what: texts.edit.what(code),
    next: `sessions/${encodeURIComponent(code)}`,
    again: (state, status) => showSession(deps, visit, at, session, state, status),
  });
}

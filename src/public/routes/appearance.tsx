import {
  everyone,
  page,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
  withCookies,
} from '../../platform/http/visit.ts';
import { localPath } from '../../platform/localPath.ts';
import { ok } from '../../platform/result.ts';
import { act, type FormState, faultsOnly, renderPage, schemeForm } from '../../ui/index.ts';
import { visitorChrome } from '../chrome.ts';
import { AppearancePage, schemeFields } from '../pages/appearancePage.tsx';
import { schemeCookie, schemeOf } from '../scheme.ts';
import type { PublicDeps } from '../site.ts';
import { sessionOrNull } from './sessionOrNull.ts';

/** `/apparence`: the choice of light or dark, from the foot of a page (one press) or from its own page. */
export function appearanceRoutes(deps: PublicDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: schemeForm.action,
      who: everyone,
      handle: async (visit) => show(deps, visit, { typed: { [schemeForm.scheme]: schemeOf(visit) }, faults: [] }),
    }),
    act({
      path: schemeForm.action,
      who: everyone,
      refusals: faultsOnly,
      note: "Toute personne choisit l'apparence claire ou sombre du site, dans son navigateur.",
      fields: schemeFields,
      do: async ({ [schemeForm.scheme]: scheme }) => ok(scheme),
      to: (scheme, _, visit) => withCookies(redirect(backOf(visit)), [schemeCookie(scheme, deps.publicUrl)]),
      again: (visit, _, state, status) => show(deps, visit, state, status),
    }),
  ];
}

async function show(deps: PublicDeps, visit: Visit, state: FormState, status = 200): Promise<Reply> {
  const csrf = visit.csrf();
  const session = await sessionOrNull(deps, visit);
  // The page's own form is the choice: the one in the foot would be a second.
  const chrome = { ...visitorChrome(deps, visit, { session, csrf: null }), signOut: null };
  const legal = chrome.legal.filter(({ href }) => !href.startsWith(schemeForm.action));
  return page(
    renderPage(<AppearancePage chrome={{ ...chrome, legal }} csrf={csrf} back={backOf(visit)} state={state} />),
    status,
  );
}

function backOf(visit: Visit): string {
  return localPath(visit.body[schemeForm.returnTo] ?? visit.query[schemeForm.returnTo]) ?? '/';
}

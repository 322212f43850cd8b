import type { JSX } from 'preact';
import { page, type Reply, type Visit } from '../../platform/http/visit.ts';
import { type Chrome, renderPage } from '../../ui/index.ts';
import { hasForms, scopeSeen, visitorChrome } from '../chrome.ts';
import type { View } from '../pages/view.ts';
import { sessionOrNull } from '../routes/sessionOrNull.ts';
import type { PublicDeps } from '../site.ts';

export const viewOf = (deps: PublicDeps, visit: Visit, chrome: Chrome): View => ({
  site: deps,
  chrome,
  now: deps.clock.now(),
  scope: scopeSeen(deps, visit, null),
});

/** Pages without a form that writes set no cookie. */
export async function show(
  deps: PublicDeps,
  visit: Visit,
  draw: (chrome: Chrome) => JSX.Element,
  status = 200,
  exam?: string,
): Promise<Reply> {
  const session = await sessionOrNull(deps, visit);
  const csrf = hasForms(deps, visit, session) ? visit.csrf() : null;
  return page(renderPage(draw(visitorChrome(deps, visit, { session, csrf, exam }))), status);
}

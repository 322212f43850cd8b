import type { JSX } from 'preact';
import type { SpecialityOffer } from '../../catalogue/index.ts';
import { type Packed, pack, packedPage } from '../../platform/http/packed.ts';
import { everyone, page, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { renderPage } from '../../ui/index.ts';
import { type ChromeOptions, hasForms, scopeSeen, type VisitSeen, visitorChrome } from '../chrome.ts';
import { SpecialityPage } from '../pages/specialityPage.tsx';
import type { CookieView, OfficeView, View } from '../pages/view.ts';
import { type Draw, PLACES } from '../places.tsx';
import { offersOf } from '../rules/officers.ts';
import { CHOICE, choosingWhatIsThere, isPlain, scopeOf } from '../rules/scope.ts';
import type { PublicDeps, Site } from '../site.ts';
import { notFound } from '../standing/plainPages.tsx';
import { rememberPages } from './remember.ts';
import { sessionOrNull } from './sessionOrNull.ts';

/** Public pages hold nothing of a person but « Mon espace »; browsers may keep them, and ask each time. */
const FRESH = { 'cache-control': 'private, no-cache' };
/** Those that are alike for all, a proxy of ours may keep for a second (`ops/nginx.conf`): no reader hears of a closing later than that. */
const SHARED = { ...FRESH, 'x-accel-expires': '1' };

export function pageRoutes(deps: PublicDeps): readonly Route[] {
  const remembered = rememberPages<Packed>(deps);
  const addressOf = ({ address }: Visit): string => choosingWhatIsThere(deps.catalogue(), address);
  const kept = (visit: Visit): boolean => isPlain(addressOf(visit)) && !hasForms(deps, visit, null);
  const get = (path: string, asks: readonly string[], handle: (visit: Visit) => Promise<Reply>): Route =>
    route({ method: 'GET', path, reads: [...CHOICE, ...asks], who: everyone, kept, handle });
  const answer = async (asked: Visit, draw: Draw, exam?: string): Promise<Reply> => {
    const visit = { ...asked, address: addressOf(asked) };
    const session = asked.isSparing ? null : await sessionOrNull(deps, visit);
    const [forms, plain] = [hasForms(deps, visit, session), isPlain(visit.address)];
    const render = (): string => drawn(deps, visit, { session, exam, forms }, (view) => draw(view, visit));
    return plain && !forms
      ? packedPage(
          remembered(visit, () => pack(render())),
          visit,
          SHARED,
        )
      : page(render(), 200, FRESH);
  };
  return [
    ...PLACES.flatMap(({ href, draw, asks = [] }) =>
      draw === null ? [] : [get(href, asks, (visit) => answer(visit, draw))],
    ),
    get('/specialites/:cfd', [], async (visit) => {
      const offer = offerOf(deps, visit.params.cfd ?? '');
      if (offer === undefined) return notFound(deps, visit);
      return answer(visit, (view) => <SpecialityPage {...view} offer={offer} />, offer.speciality.exam);
    }),
  ];
}

function drawn(
  site: PublicDeps,
  visit: VisitSeen & { csrf?: () => string },
  { session, exam, forms }: Pick<ChromeOptions, 'session' | 'exam'> & { readonly forms: boolean },
  draw: (view: View & OfficeView & CookieView) => JSX.Element,
): string {
  const csrf = forms ? (visit.csrf?.() ?? null) : null;
  const chrome = visitorChrome(site, visit, { session, csrf, exam });
  const scope = scopeSeen(site, visit, session, exam);
  return renderPage(
    draw({ site, chrome, scope, cookies: site.cookies, now: site.clock.now(), office: session?.kind === 'staff' }),
  );
}

function offerOf(site: Site, cfd: string): SpecialityOffer | undefined {
  const catalogue = site.catalogue();
  const offers = offersOf(catalogue, scopeOf(catalogue, {}), site.clock.now());
  return offers.find(({ speciality }) => speciality.cfd === cfd);
}

import type { JSX } from 'preact';
import type { Session } from '../../accounts/index.ts';
import { type Packed, pack, packedPage } from '../../platform/http/packed.ts';
import { everyone, page, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { renderPage } from '../../ui/index.ts';
import { type Seen, visitorChrome } from '../chrome.ts';
import { SpecialityPage } from '../pages/specialityPage.tsx';
import type { OfficeView, View } from '../pages/view.ts';
import { type Draw, PLACES } from '../places.tsx';
import { offersOf } from '../rules/officers.ts';
import type { PublicDeps, Site } from '../site.ts';
import { notFound } from '../standing/plainPages.tsx';
import { rememberPages } from './remember.ts';
import { sessionOrNull } from './sessionOrNull.ts';

/** Public pages hold nothing of a person but « Mon espace »; browsers may keep them, and ask each time. */
const FRESH = { 'cache-control': 'private, no-cache' };

export function pageRoutes(deps: PublicDeps): readonly Route[] {
  const remembered = rememberPages<Packed>(deps);
  const get = (path: string, handle: (visit: Visit) => Promise<Reply>): Route =>
    route({ method: 'GET', path, who: everyone, handle });
  const answer = async (visit: Visit, draw: Draw): Promise<Reply> => {
    const session = await sessionOrNull(deps, visit);
    const render = (): string => drawn(deps, visit, session, (view) => draw(view, visit));
    const plain = session === null && visit.address === visit.path;
    return plain
      ? packedPage(
          remembered(visit, () => pack(render())),
          visit,
          FRESH,
        )
      : page(render(), 200, FRESH);
  };
  return [
    ...PLACES.flatMap(({ href, draw }) => (draw === null ? [] : [get(href, (visit) => answer(visit, draw))])),
    get('/specialites/:cfd', async (visit) => {
      const draw = specialityOf(deps, visit.params.cfd ?? '');
      return draw === null ? notFound(deps, visit) : answer(visit, draw);
    }),
  ];
}

function drawn(
  site: Site,
  visit: Seen & { csrf?: () => string },
  session: Session | null,
  draw: (view: View & OfficeView) => JSX.Element,
): string {
  const csrf = session === null ? null : (visit.csrf?.() ?? null);
  const chrome = visitorChrome(site, visit, { session, csrf });
  return renderPage(draw({ site, chrome, now: site.clock.now(), office: session?.kind === 'staff' }));
}

function specialityOf(site: Site, cfd: string): Draw | null {
  const catalogue = site.catalogue();
  const offer = offersOf(catalogue, site.clock.now()).find(({ speciality }) => speciality.cfd === cfd);
  return offer === undefined ? null : (view) => <SpecialityPage {...view} offer={offer} />;
}

import { DEMONSTRATION_DOMAIN } from '../../accounts/index.ts';
import { dropCookie, setCookie } from '../../platform/http/cookies.ts';
import { type Reply, redirect, type Visit, withCookies } from '../../platform/http/visit.ts';
import { show } from '../../ui/index.ts';
import type { DemonstrationDeps } from '../deps.ts';
import { tourAddresses } from './addresses.ts';
import type { Stop, Tour } from './stop.ts';
import { findPlace, TOUR_COOKIE } from './tour.ts';
import { type ShownStop, TourPage } from './tourPage.tsx';

export async function showTour(deps: DemonstrationDeps, visit: Visit, tour: Tour): Promise<Reply> {
  const stops: ShownStop[] = [];
  for (const stop of tour.stops) {
    const { name, to } = await whereIs(deps, stop);
    stops.push({ ...stop, name, offered: to !== null });
  }
  const absent = findPlace(tour.code, visit.query.absente)?.stop.title ?? null;
  return show(
    <TourPage chrome={await deps.chrome(visit)} csrf={visit.csrf()} tour={tour} stops={stops} absent={absent} />,
  );
}

/** Signs in as whose stop it is, or out, and lands there; the next pages say which stop it was. */
export async function goToStop(deps: DemonstrationDeps, visit: Visit): Promise<Reply> {
  const place = findPlace(visit.body.personne, visit.body.etape);
  if (place === null) return withCookies(redirect(tourAddresses.home), [dropCookie(TOUR_COOKIE, deps.publicUrl)]);
  const { tour, stop, number } = place;
  const { address, to } = await whereIs(deps, stop);
  const cookies =
    to === null ? null : await (address === null ? deps.door.leave(visit) : deps.door.enter(visit, address));
  if (to === null || cookies === null) return redirect(tourAddresses.tour(tour.code, { absente: number }));
  return withCookies(redirect(to), [...cookies, setCookie(TOUR_COOKIE, deps.publicUrl, `${tour.code}.${number}`)]);
}

/** `address`: whose it is; null: nobody's. */
type Where = { readonly address: string | null; readonly name: string | null; readonly to: string | null };

async function whereIs({ db, door, accounts, catalogue }: DemonstrationDeps, { as, to }: Stop): Promise<Where> {
  const at = { db, catalogue: catalogue(), portfolios: [], person: null };
  if (as === null) return { address: null, name: null, to: await to(at) };
  // With several academies, their addresses begin with which.
  const member = accounts().find(({ address }) => `.${address}`.includes(`.${as}@`));
  const address = member?.address ?? `${as}@${DEMONSTRATION_DOMAIN}`;
  const person = await door.find(address);
  if (person === null) return { address, name: null, to: null };
  const { portfolios = [] } = member ?? {};
  return { address, name: person.displayName, to: await to({ ...at, person, portfolios }) };
}

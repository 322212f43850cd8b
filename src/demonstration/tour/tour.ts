import type { Cookie } from '../../platform/http/cookies.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { TourStop } from '../../ui/index.ts';
import { FAULT_TOURS } from '../faults/faultTours.ts';
import { tourAddresses } from './addresses.ts';
import type { Stop, Tour } from './stop.ts';
import { TOURS } from './tours.ts';
import { tourTexts as say } from './tourTexts.ts';

export const TOUR_COOKIE: Cookie = {
  name: 'registre_visite',
  path: '/',
  seconds: null,
  purpose: "retrouver l'étape d'une visite guidée (démonstration seulement)",
};

export type TourPlace = { readonly tour: Tour; readonly stop: Stop /** From 1 on. */; readonly number: number };

export function findTour(code: unknown): Tour | null {
  return [...TOURS, ...Object.values(FAULT_TOURS)].find((one) => one.code === code) ?? null;
}

export function findPlace(code: unknown, number: unknown): TourPlace | null {
  const tour = findTour(code);
  const stop = tour?.stops[Number(number) - 1];
  return tour === null || stop === undefined ? null : { tour, stop, number: Number(number) };
}

function placeIn({ cookies }: Pick<Visit, 'cookies'>): TourPlace | null {
  const [code, number] = (cookies[TOUR_COOKIE.name] ?? '').split('.');
  return findPlace(code, number);
}

/** What every page says of the tour that its visitor follows; null: they follow none. */
export function tourStopOf(visit: Pick<Visit, 'cookies'>): TourStop | null {
  const place = placeIn(visit);
  if (place === null) return null;
  const { tour, stop, number } = place;
  const { length } = tour.stops;
  const next = number < length ? [{ name: 'etape', value: String(number + 1), label: say.next }] : [];
  return {
    href: tourAddresses.tour(tour.code),
    label: say.position(number, length, stop.title),
    action: tourAddresses.go,
    hidden: { personne: tour.code },
    buttons: [...next, { name: 'etape', value: '0', label: say.leave }],
  };
}

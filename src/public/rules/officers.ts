import type { Academy, Catalogue, Portfolio, SpecialityOffer } from '../../catalogue/index.ts';
import { PARIS } from '../../platform/time.ts';
import { currentSession } from './phase.ts';

/** The specialities of a session in charge of one officer. */
export type OfficerShelf = { readonly portfolio: Portfolio; readonly offers: readonly SpecialityOffer[] };

/** Shown: open, extra session, not yet. Closed ones are folded, dormant ones hidden (docs/product.md). */
export function isShown({ status }: SpecialityOffer): boolean {
  return status.code !== 'dormant' && status.code !== 'closed';
}

/** May be chosen for the session, by former candidates at least: two codes never bear one name among these. */
export function isOffered({ status }: SpecialityOffer): boolean {
  return status.code === 'open' || status.code === 'extra-session-only';
}

export function isClosed({ status }: SpecialityOffer): boolean {
  return status.code === 'closed';
}

/** One shelf an officer, in the order of the notice; empty ones are left out. */
export function shelvesOf(
  academy: Pick<Academy, 'portfolios'>,
  offers: readonly SpecialityOffer[],
): readonly OfficerShelf[] {
  return academy.portfolios
    .map((portfolio) => ({
      portfolio,
      offers: offers.filter(({ speciality }) => portfolio.specialities.some(({ cfd }) => cfd === speciality.cfd)),
    }))
    .filter((shelf) => shelf.offers.length > 0);
}

/** What a search is made over: the specialities of every exam as its session of today offers them, dormant ones aside. */
export function offersOf(catalogue: Catalogue, now: Temporal.Instant): readonly SpecialityOffer[] {
  return catalogue
    .exams()
    .flatMap(({ code }) => catalogue.specialitiesOf({ exam: code, year: yearOf(catalogue, code, now) }))
    .filter(({ status }) => status.code !== 'dormant');
}

/** The year of the session of an exam that people mean, or the civil year where there is none. */
export function yearOf(catalogue: Catalogue, exam: string, now: Temporal.Instant): number {
  const own = catalogue.sessions().filter((session) => session.exam === exam);
  return currentSession(own, now)?.year ?? now.toZonedDateTimeISO(PARIS).year;
}

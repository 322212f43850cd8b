import type { Academy, Catalogue, Portfolio, SpecialityOffer } from '../../catalogue/index.ts';

/** The specialities of a session in charge of one officer. */
export type OfficerShelf = { readonly portfolio: Portfolio; readonly offers: readonly SpecialityOffer[] };

/** Shown: open, extra session, not yet. Closed ones are folded, dormant ones hidden (product.md, section 6). */
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
      offers: offers.filter(({ speciality }) => speciality.portfolio.code === portfolio.code),
    }))
    .filter((shelf) => shelf.offers.length > 0);
}

/** What a search is made over: the specialities themselves, dormant ones aside. */
export function offersOf(catalogue: Catalogue, year: number): readonly SpecialityOffer[] {
  return catalogue.specialitiesOf({ year }).filter(({ status }) => status.code !== 'dormant');
}

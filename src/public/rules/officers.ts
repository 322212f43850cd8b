import type { Academy, Catalogue, Exam, Portfolio, ResolvedSession, SpecialityOffer } from '../../catalogue/index.ts';
import { inParis } from '../../platform/time.ts';
import { currentSession } from './phase.ts';
import { examsIn, type Scope, sessionsIn } from './scope.ts';

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
export function offersOf(catalogue: Catalogue, scope: Scope, now: Temporal.Instant): readonly SpecialityOffer[] {
  return examsIn(scope).flatMap((exam) => offersOfExam(catalogue, exam, scope, now));
}

function offersOfExam(
  catalogue: Catalogue,
  { code }: Exam,
  scope: Scope,
  now: Temporal.Instant,
): readonly SpecialityOffer[] {
  return catalogue
    .specialitiesOf({ exam: code, year: yearOf(catalogue, code, scope, now) })
    .filter(({ status }) => status.code !== 'dormant');
}

/** The session of an exam that people mean, where they look. */
export function sessionOf(
  catalogue: Catalogue,
  exam: string,
  scope: Scope,
  now: Temporal.Instant,
): ResolvedSession | null {
  return currentSession(
    sessionsIn(catalogue, scope).filter((session) => session.exam === exam),
    now,
  );
}

/** Its year, or the civil year where there is none. */
export function yearOf(catalogue: Catalogue, exam: string, scope: Scope, now: Temporal.Instant): number {
  return sessionOf(catalogue, exam, scope, now)?.year ?? inParis(now).year;
}

import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Regulation, RulePack, Speciality } from '../pack.ts';

/** Where a speciality stands at a session, with what explains it. Years are sessions' years. */
export type SpecialityStatus =
  | { readonly code: 'open'; readonly lastSession: number | null }
  | { readonly code: 'extra-session-only'; readonly lastSession: number; readonly extraSession: number }
  | { readonly code: 'not-yet'; readonly firstSession: number }
  | { readonly code: 'closed'; readonly lastSession: number; readonly replacedBy: string | null }
  | { readonly code: 'dormant'; readonly note: string };

/** Why a speciality can't be chosen. The last three are hidden; the first two are shown with the officer's contact. */
export type NotChoosable =
  | { readonly code: 'units-unknown'; readonly completeness: string | null }
  | { readonly code: 'former-candidates-only'; readonly lastSession: number; readonly extraSession: number }
  | Extract<SpecialityStatus, { readonly code: 'not-yet' | 'closed' | 'dormant' }>;

type Dated = Pick<Speciality, 'firstSession' | 'lastSession' | 'extraSession' | 'replacedBy' | 'dormant'>;

/**
 * First and last session, then the extra session kept for those who failed the last one (nomenclature BCN). A first session
 * that the nomenclature doesn't give bars nothing.
 */
export function statusFor(speciality: Dated, year: number): SpecialityStatus {
  const { firstSession, lastSession, extraSession, replacedBy, dormant } = speciality;
  if (dormant !== undefined) return { code: 'dormant', note: dormant.note };
  if (firstSession !== null && year < firstSession) return { code: 'not-yet', firstSession };
  if (lastSession === null || year <= lastSession) return { code: 'open', lastSession };
  if (year === extraSession) return { code: 'extra-session-only', lastSession, extraSession };
  return { code: 'closed', lastSession, replacedBy };
}

/** May a candidate choose it for that session? If so, the regulation of the exam (product.md, section 6). */
export function choosable(
  speciality: Dated,
  regulation: Regulation | undefined,
  year: number,
  formerCandidate: boolean,
): Result<Regulation, NotChoosable> {
  const status = statusFor(speciality, year);
  if (status.code === 'dormant' || status.code === 'closed' || status.code === 'not-yet') return refuse(status);
  if (status.code === 'extra-session-only' && !formerCandidate) {
    return refuse({ ...status, code: 'former-candidates-only' });
  }
  if (regulation === undefined || !regulation.unitsComplete || regulation.units.length === 0) {
    return refuse({ code: 'units-unknown', completeness: regulation?.completeness ?? null });
  }
  return ok(regulation);
}

/** The regulation of a speciality at a session; at its extra session, that of its last one. */
export function regulationFor(
  pack: Pick<RulePack, 'specialities' | 'regulations'>,
  cfd: string,
  year: number,
): Regulation | undefined {
  const speciality = pack.specialities.find((one) => one.cfd === cfd);
  return regulationAmong(
    pack.regulations.filter((one) => one.cfd === cfd),
    speciality,
    year,
  );
}

export function regulationAmong(
  regulations: readonly Regulation[],
  speciality: Pick<Speciality, 'lastSession' | 'extraSession'> | undefined,
  year: number,
): Regulation | undefined {
  const examined = year === speciality?.extraSession ? (speciality.lastSession ?? year) : year;
  return regulations.find(({ firstSession, lastSession }) => isWithin(examined, firstSession, lastSession));
}

function isWithin(year: number, first: number | null, last: number | null): boolean {
  return (first === null || year >= first) && (last === null || year <= last);
}

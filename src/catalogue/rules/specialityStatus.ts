import { createMemory } from '../../platform/memory.ts';
import type { Regulation } from '../schema/regulation.ts';
import type { Speciality } from '../schema/speciality.ts';

/** Where a speciality stands at a session, with what explains it. Years are sessions' years. */
export type SpecialityStatus =
  | { readonly code: 'open'; readonly lastSession: number | null }
  | { readonly code: 'extra-session-only'; readonly lastSession: number; readonly extraSession: number }
  | { readonly code: 'not-yet'; readonly firstSession: number }
  | { readonly code: 'closed'; readonly lastSession: number; readonly replacedBy: string | null }
  | { readonly code: 'dormant'; readonly note: string };

/** Why a speciality can't be chosen. That its units aren't all known is no reason: the office completes the file. */
export type NotChoosable =
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

/** Why a candidate can't choose it for that session, or null (product.md, section 6). */
export function refuseSpeciality(speciality: Dated, year: number, formerCandidate: boolean): NotChoosable | null {
  const status = statusFor(speciality, year);
  if (status.code === 'open') return null;
  if (status.code !== 'extra-session-only') return status;
  return formerCandidate ? null : { ...status, code: 'former-candidates-only' };
}

/** Can each of its units be chosen? Where some are missing, what a candidate keeps and sits is asked in words. */
export function unitsAreKnown<Known extends Pick<Regulation, 'units' | 'unitsComplete'>>(
  regulation: Known | undefined,
): regulation is Known {
  return regulation?.unitsComplete === true && regulation.units.length > 0;
}

const unwritten = createMemory<Regulation>();

/** The regulation of a speciality that no file describes: nothing is known of it. */
export function unwrittenRegulation(speciality: Speciality): Regulation {
  return unwritten(speciality, '', () => ({
    cfd: speciality.cfd,
    exam: speciality.exam,
    title: speciality.name,
    order: null,
    firstSession: null,
    lastSession: null,
    unitsComplete: false,
    completeness: '',
    units: [],
    totalCoefficient: null,
    compulsoryLanguage: null,
    optionalLanguage: null,
    maxOptionalUnits: null,
    unitExemptions: [],
    eligibility: 'common',
    notes: [],
    sources: [],
  }));
}

/** The regulation of a speciality at a session; at its extra session, that of its last one. */
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

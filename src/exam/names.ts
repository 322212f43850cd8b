import { namedApart } from '../accounts/index.ts';
import type { Catalogue, ResolvedSession, Unit } from '../catalogue/index.ts';
import type { ExamDeps } from './deps.ts';
import { replacedUnit, sayReplacement } from './rules/replacement.ts';

/** Names of the academy's staff, by id; '' for who is no longer there. */
export async function staffNames(
  { db, accounts }: Pick<ExamDeps, 'db' | 'accounts'>,
  academy: string,
): Promise<(id: string | null) => string> {
  const members = await accounts.listStaff(db, academy);
  const names = namedApart(members);
  return (id) => (id === null ? '' : (names.get(id) ?? ''));
}

/** A unit as the regulation of the session's year has it, whichever phase or test sat again it is; null: the rules don't know it. */
export function findUnit(
  catalogue: Catalogue,
  { session, speciality, unit }: { readonly session: string; readonly speciality: string; readonly unit: string },
): Unit | null {
  const year = catalogue.session(session)?.year;
  const units = year === undefined ? [] : (catalogue.regulation(speciality, year)?.units ?? []);
  return units.find(({ id }) => id === replacedUnit(unit)) ?? null;
}

/** How people call a unit: its code, as the regulation of the session's year prints it. */
export function unitCode(
  catalogue: Catalogue,
  { year }: Pick<ResolvedSession, 'year'>,
  cfd: string | null,
): (unit: string) => string {
  const units = cfd === null ? [] : (catalogue.regulation(cfd, year)?.units ?? []);
  return (unit: string): string => {
    const known = replacedUnit(unit);
    return sayReplacement(unit, units.find(({ id }) => id === known)?.code ?? known);
  };
}

export function specialityName(catalogue: Catalogue, cfd: string | null): string {
  return cfd === null ? '' : (catalogue.speciality(cfd)?.name ?? cfd);
}

import { namedApart } from '../accounts/index.ts';
import type { Catalogue, ResolvedSession } from '../catalogue/index.ts';
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

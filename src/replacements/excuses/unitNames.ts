import type { Catalogue, Unit } from '../../catalogue/index.ts';
import { unitTitle } from '../../enrolment/index.ts';

type Where = { readonly session: string; readonly speciality: string | null };

function unitsOf(catalogue: Catalogue, { session, speciality }: Where): readonly Unit[] {
  const year = catalogue.session(session)?.year;
  return year === undefined || speciality === null ? [] : (catalogue.regulation(speciality, year)?.units ?? []);
}

/** How the units of a speciality are called at this session; what the rules don't know, by its id. */
export function unitNames(catalogue: Catalogue, where: Where): (unit: string) => string {
  const known = new Map(unitsOf(catalogue, where).map((unit) => [unit.id, unitTitle(unit)]));
  return (unit) => known.get(unit) ?? unit;
}

/** Those that have no replacement test (D337-116): nobody decides of an absence from them. */
export function optionalUnits(catalogue: Catalogue, where: Where): ReadonlySet<string> {
  const optional = unitsOf(catalogue, where).filter(({ kind }) => kind === 'LV_OPTIONAL' || kind === 'OTHER_OPTIONAL');
  return new Set(optional.map(({ id }) => id));
}

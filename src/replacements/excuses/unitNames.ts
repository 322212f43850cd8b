import type { Catalogue } from '../../catalogue/index.ts';
import { unitTitle } from '../../enrolment/index.ts';

/** How the units of a speciality are called at this session; what the rules don't know, by its id. */
export function unitNames(
  catalogue: Catalogue,
  { session, speciality }: { readonly session: string; readonly speciality: string | null },
): (unit: string) => string {
  const year = catalogue.session(session)?.year;
  const units = year === undefined || speciality === null ? [] : (catalogue.regulation(speciality, year)?.units ?? []);
  const known = new Map(units.map((unit) => [unit.id, unitTitle(unit)]));
  return (unit) => known.get(unit) ?? unit;
}

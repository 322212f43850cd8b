import type { Catalogue } from '../catalogue/index.ts';
import { nameOfSpeciality, unitCode } from '../exam/index.ts';
import { listing } from '../ui/index.ts';
import type { Told, ToldMember } from './convening.ts';

/** « Coiffure, U41 », and what it marks apart; of a hall, each speciality once; of a jury, the name that it was given. */
export function namingOf(
  catalogue: Catalogue,
  session: string,
): (place: Pick<Told, 'held' | 'name' | 'specialities' | 'units'>) => string {
  const found = catalogue.session(session);
  return ({ specialities, units, held, name }) => {
    if (held === 'jury') return name ?? '';
    const names = listing(specialities.map((cfd) => nameOfSpeciality(catalogue, cfd)));
    const [cfd = null] = specialities;
    if (held === 'written' || found === undefined) return names;
    return [names, ...units.map(unitCode(catalogue, found, cfd)), ...(name ? [name] : [])].join(', ');
  };
}

/** Whom an examiner calls: who follows the first speciality of their boards. */
export type OfficeToCall = { readonly name: string; readonly phone: string | null; readonly mail: string | null };

export function officeOf(
  catalogue: Catalogue,
  academy: string,
  members: readonly Pick<ToldMember, 'told' | 'stands'>[],
): OfficeToCall {
  const known = catalogue.academy(academy);
  const [cfd] = members.flatMap(({ told, stands }) => (stands ?? told)?.specialities ?? []);
  const own = cfd === undefined ? undefined : catalogue.portfolioOf({ cfd }, academy);
  const portfolio = own ?? known?.portfolios[0];
  return {
    name: known?.letterhead.bureau ?? academy,
    phone: portfolio?.phone ?? null,
    mail: portfolio?.mailbox ?? null,
  };
}

/** « Salle 1, Lycée des Puys, 1 rue du Lac, 63200 Riom » */
export function placeOf({ room, centre, address, city }: Told): string {
  return [room, centre, address, city].filter((part) => part !== '').join(', ');
}

import { minutesFor } from '../rules/effects.ts';
import type { Hall } from './deal.ts';
import { boardOf, distance, type Group } from './groups.ts';
import type { Nearer, PersonToPlace, Placed, Plan, Problem, Unseated } from './problem.ts';

/** How many nearer centres an explanation names. */
const EXPLAINED = 3;

/** How many centres somebody without a seat tries. */
export const TRIED = 10;

export type Rows = Pick<Plan, 'placed' | 'seats' | 'unseated'>;

export type DealtPerson = { readonly person: PersonToPlace; readonly group: Group; readonly centre: number };

export function placedOf(
  { centres }: Problem,
  { person, group, centre }: DealtPerson,
  open: ReadonlySet<string>,
): Placed {
  const kmTo = (index: number): number => Math.round(distance(person.home, centres[index]?.position ?? null));
  const here = kmTo(centre);
  const nearer = centres
    .map((one, index) => ({ id: one.id, index, km: kmTo(index) }))
    .filter(({ index, km }) => index !== centre && km < here)
    .toSorted((a, b) => a.km - b.km || a.index - b.index)
    .slice(0, EXPLAINED)
    .map(({ id, index, km }): Nearer => {
      const able = group.centres.some((one) => one.index === index);
      return {
        centre: id,
        km,
        why: !able ? 'not-able' : open.has(boardOf(group.speciality, index)) ? 'full' : 'no-board',
      };
    });
  return {
    person: person.id,
    centre: centres[centre]?.id ?? '',
    km: person.home === null || centres[centre]?.position === null ? null : here,
    nearer,
  };
}

/** More time, or alone: others can't share their room. */
export function needsRoom({ percent, alone }: PersonToPlace): boolean {
  return percent > 0 || alone;
}

/** The units that this person presents, of those of the group. */
export function demandsOf({ demands }: Group, { units }: PersonToPlace): Group['demands'] {
  return demands.filter(({ unit }) => units.includes(unit));
}

type Lacking = readonly { readonly unit: string; readonly why: Unseated }[];

/** Seats somebody at a centre for each unit, those with fewest hours first. */
export function seatAll(
  { centres }: Problem,
  hall: Hall,
  { person, group, centre }: DealtPerson,
  which: 'special' | 'plain' | null = null,
): Lacking {
  const there = centres[centre];
  if (there === undefined) return [];
  const order = demandsOf(group, person)
    .filter((demand) => which === null || isSpecial(demand) === (which === 'special'))
    .toSorted((a, b) => Number(isSpecial(b)) - Number(isSpecial(a)) || a.sittings.length - b.sittings.length);
  return order.flatMap(({ unit, sittings }) => {
    const why = hall.seat(person, unit, sittings, there);
    return why === null ? [] : [{ unit, why }];
  });
}

/** Does it need a room that is fitted for it, or kept? */
function isSpecial({ sittings }: Group['demands'][number]): boolean {
  return sittings.every(({ kind, roomId }) => kind !== '' || roomId !== null);
}

export function unseatedOf(
  { centres }: Problem,
  hall: Hall,
  group: Group,
  person: PersonToPlace,
  centre: number | null,
): Plan['unseated'] {
  const lost = group.lost
    .filter(({ unit }) => person.units.includes(unit))
    .map(({ unit, why }) => ({ person: person.id, unit, why }));
  const seated = new Set(hall.seatsOf(person).map(({ unit }) => unit));
  const lacking = demandsOf(group, person).filter(({ unit }) => !seated.has(unit));
  const there = centre === null ? undefined : centres[centre];
  const why = ({ unit, sittings }: Group['demands'][number]): Unseated => {
    if (there === undefined) return group.centres.length === 0 ? 'no-centre' : 'full';
    const taken = hall.hoursOf(person);
    const clash = sittings.every((one) =>
      taken.some(
        (seat) =>
          seat.unit !== unit &&
          one.start < seat.end &&
          seat.start < one.start + minutesFor(one.minutes, person.percent),
      ),
    );
    return clash ? 'twice-at-once' : 'full';
  };
  return [...lost, ...lacking.map((demand) => ({ person: person.id, unit: demand.unit, why: why(demand) }))];
}

import type { Hall } from './deal.ts';
import { roomTime } from './forms.ts';
import { boardOf, distance, type Group, type Way } from './groups.ts';
import type { Nearer, PersonToPlace, Placed, Plan, Problem, Unseated } from './problem.ts';

/** How many nearer centres an explanation names. */
const EXPLAINED = 3;

export type Rows = Pick<Plan, 'placed' | 'seats' | 'unseated'>;

/** Somebody to place. `ways`: the centres that have all they need, the nearest first. */
export type Waiting = { readonly person: PersonToPlace; readonly group: Group; readonly ways: readonly Way[] };
export type DealtPerson = Pick<Waiting, 'person' | 'group'> & { readonly centre: number };

/** Everybody of these groups. Kilometres are whole, as they are read. */
export function waitingOf({ centres }: Problem, groups: readonly Group[]): readonly Waiting[] {
  return groups.flatMap((group) =>
    group.persons.map((person): Waiting => {
      const demands = demandsOf(group, person);
      const ways = centres
        .map(({ id, position }, index) => ({ id, index, km: Math.round(distance(person.home, position)) }))
        .filter(({ index }) => demands.length > 0 && demands.every(({ centres: able }) => able.has(index)))
        .toSorted((a, b) => a.km - b.km || a.index - b.index);
      const there = ways.filter(({ id }) => id === person.stays);
      return { person, group, ways: there.length > 0 ? there : ways };
    }),
  );
}

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

type Round = 'special' | 'plain' | 'turns';

/** Seats somebody at a centre for each unit that they have no seat for: turns last, which have hours to choose from; those with fewest hours first. */
export function seatAll(
  { centres }: Problem,
  hall: Hall,
  { person, group, centre }: DealtPerson,
  only: Round | null = null,
): void {
  const there = centres[centre];
  if (there === undefined) return;
  const order = lackingOf(hall, { person, group })
    .map((demand) => ({ ...demand, round: roundOf(demand) }))
    .filter(({ round }) => only === null || round === only)
    .toSorted(
      (a, b) =>
        ROUNDS.indexOf(a.round) - ROUNDS.indexOf(b.round) ||
        comesLater(a) - comesLater(b) ||
        a.sittings.length - b.sittings.length,
    );
  for (const { unit, sittings } of order) hall.seat(person, unit, sittings, there);
}

/** A phase comes once the one before it has its room: 0 of what is sat by itself, or first. */
function comesLater({ unit, sittings }: Group['demands'][number]): number {
  return (sittings[0]?.after ?? null) === null ? 0 : Number(unit.at(-1));
}

export const ROUNDS: readonly Round[] = ['special', 'plain', 'turns'];

/** `special`: it needs a room that is fitted for it, or kept. */
function roundOf({ sittings }: Group['demands'][number]): Round {
  if (sittings.some(({ form }) => form.is === 'turns')) return 'turns';
  return sittings.every(({ kind, roomId }) => kind !== '' || roomId !== null) ? 'special' : 'plain';
}

/** Units that somebody could sit at some centre, and has no seat for. */
export function lackingOf(hall: Hall, { person, group }: Pick<Waiting, 'person' | 'group'>): Group['demands'] {
  const seated = new Set(hall.seatsOf(person).map(({ unit }) => unit));
  return demandsOf(group, person).filter(({ unit }) => !seated.has(unit));
}

export function unseatedOf(
  { centres }: Problem,
  hall: Hall,
  { person, group, ways }: Waiting,
  centre: number | null,
): Plan['unseated'] {
  const lost = group.lost
    .filter(({ unit }) => person.units.includes(unit))
    .map(({ unit, why }) => ({ person: person.id, unit, why }));
  const there = centres[centre ?? ways[0]?.index ?? -1];
  const lacking = lackingOf(hall, { person, group }).map(({ unit, sittings }) => {
    const why: Unseated = there === undefined ? 'no-centre' : (hall.keptFrom(person, unit, sittings, there) ?? 'full');
    return { person: person.id, unit, why };
  });
  return [...lost, ...lacking];
}

/** How many sit each test at each centre (`centre/sitting`), and until each end (`centre/sitting/end`): so that the room that fits is chosen. */
export function cohortsOf({ centres }: Problem, dealt: readonly DealtPerson[]): ReadonlyMap<string, number> {
  const cohorts = new Map<string, number>();
  const add = (key: string, count: number): void => void cohorts.set(key, (cohorts.get(key) ?? 0) + count);
  for (const { person, group, centre } of dealt)
    for (const { sittings } of demandsOf(group, person))
      for (const sitting of sittings) {
        const key = `${centres[centre]?.id ?? ''}/${sitting.id}`;
        // Waves share those who come, boards of several half-days are filled one after the other.
        add(key, sitting.form.is === 'stations' ? 1 : 1 / sittings.length);
        add(`${key}/${roomTime(sitting, person.percent).end}`, 1 / sittings.length);
      }
  return cohorts;
}

/** Who sits first: whoever needs the rarest room, then by hour and number. */
export function orderOf(persons: readonly DealtPerson[]): readonly DealtPerson[] {
  const weight = ({ accessible, alone, percent }: PersonToPlace): number =>
    (accessible ? 4 : 0) + (alone ? 2 : 0) + (percent > 0 ? 1 : 0);
  return persons
    .map((one, order) => ({ ...one, order }))
    .toSorted(
      (a, b) =>
        weight(b.person) - weight(a.person) ||
        (a.group.key < b.group.key ? -1 : a.group.key > b.group.key ? 1 : a.order - b.order),
    );
}

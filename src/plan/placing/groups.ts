import {
  kilometres,
  type PersonToPlace,
  type PlacingCentre,
  type PlacingRoom,
  type PlacingSitting,
  type Position,
  type Problem,
} from './problem.ts';

/** A unit of some persons, with the sittings at which they may sit it. */
export type Demand = {
  readonly unit: string;
  readonly sittings: readonly PlacingSitting[];
  /** Of the group, how many present it. */
  readonly share: number;
  /** The most time that one of them was granted beyond, in percent. */
  readonly longest: number;
  /** The centres that have a room for it, by their places in the list. */
  readonly centres: ReadonlySet<number>;
};

/** A centre by its place in the list, and how far. */
export type Way = { readonly index: number; readonly km: number };

/** How many of each group go to each centre: `counts[group].get(centre)`. */
export type GroupCounts = readonly ReadonlyMap<number, number>[];

/** Persons alike for whoever looks for a centre: speciality, part of the country, what room they need. */
export type Group = {
  readonly key: string;
  readonly speciality: string;
  readonly persons: readonly PersonToPlace[];
  readonly demands: readonly Demand[];
  /** Units that nobody can sit anywhere, with why. */
  readonly lost: readonly { readonly unit: string; readonly why: 'no-sitting' | 'no-room' }[];
  /** The centres that have all they need, the nearest first; kilometres from the middle of the group. */
  readonly centres: readonly Way[];
};

/** About twenty-five kilometres, or a multiple of it: beyond so many groups the solver takes minutes. */
const CELL = { latitude: 0.225, longitude: 0.32 } as const;
const MOST_GROUPS = 1_000;
const WIDEST = 8;

export function groupsOf({ persons, sittings, centres }: Problem): readonly Group[] {
  let wide = 1;
  let byKey = Map.groupBy(persons, (person) => keyOf(person, wide));
  while (byKey.size > MOST_GROUPS && wide < WIDEST) {
    wide += 1;
    byKey = Map.groupBy(persons, (person) => keyOf(person, wide));
  }
  const toCome = sittings.filter(({ begun }) => begun !== true);
  const byUnit = Map.groupBy(toCome, ({ speciality, unit }) => `${speciality}/${unit}`);
  return [...byKey]
    .map(([key, some]): Group => {
      const [first] = some;
      if (first === undefined) throw new Error('A group has somebody');
      const units = [...new Set(some.flatMap((person) => person.units))].toSorted();
      const found = units.map((unit): Demand => {
        const presented = some.filter((person) => person.units.includes(unit));
        const share = presented.length / some.length;
        const longest = Math.max(...presented.map(({ percent }) => percent));
        const held = byUnit.get(`${first.speciality}/${unit}`) ?? [];
        const able = centres.flatMap((centre, index) =>
          held.some((one) => roomsFor(one, centre, first).length > 0) ? [index] : [],
        );
        return { unit, share, longest, sittings: held, centres: new Set(able) };
      });
      const demands = found.filter(({ centres: able }) => able.size > 0);
      const lost = found
        .filter((demand) => !demands.includes(demand))
        .map(({ unit, sittings: none }) => ({
          unit,
          why: none.length === 0 ? ('no-sitting' as const) : ('no-room' as const),
        }));
      const home = middleOf(some);
      const near = centres
        .map((centre, index) => ({ centre, index, km: distance(home, centre.position) }))
        .filter(({ index }) => demands.every(({ centres: able }) => able.has(index)))
        .toSorted((a, b) => a.km - b.km || a.index - b.index);
      const there = near.filter(({ centre }) => centre.id === first.stays);
      const chosen = (there.length > 0 ? there : near).map(({ index, km }) => ({ index, km }));
      return {
        key,
        speciality: first.speciality,
        persons: some,
        demands,
        lost,
        centres: demands.length === 0 ? [] : chosen,
      };
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Not knowing where somebody lives makes no centre far. */
export function distance(home: Position | null, centre: Position | null): number {
  return home === null || centre === null ? 0 : kilometres(home, centre);
}

function keyOf({ speciality, home, alone, accessible, stays }: PersonToPlace, wide: number): string {
  const cell =
    home === null
      ? '-'
      : [home.latitude / CELL.latitude, home.longitude / CELL.longitude].map((cell) => Math.round(cell / wide)).join();
  return [speciality, cell, alone, accessible, ...(stays === null ? [] : [stays])].join('|');
}

function middleOf(persons: readonly PersonToPlace[]): Position | null {
  const homes = persons.flatMap(({ home }) => (home === null ? [] : [home]));
  if (homes.length === 0) return null;
  const mean = (of: (home: Position) => number): number =>
    homes.reduce((sum, home) => sum + of(home), 0) / homes.length;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}

/** The rooms of a centre where somebody may sit at that sitting, whoever else is there. */
export function roomsFor(
  { kind, roomId }: Pick<PlacingSitting, 'kind' | 'roomId'>,
  { rooms }: Pick<PlacingCentre, 'rooms'>,
  { accessible }: Pick<PersonToPlace, 'accessible'>,
): readonly PlacingRoom[] {
  return rooms.filter(
    (room) =>
      (roomId === null || room.id === roomId) &&
      (kind === '' || room.kinds.includes(kind)) &&
      (room.accessible || !accessible),
  );
}

/** A speciality at a centre, by the centre's place in the list. */
export function boardOf(speciality: string, centre: number): string {
  return `${speciality}/${centre}`;
}

/** Boards of examiners that stand already, since somebody's seat is kept there. */
export function boardsOf({ centres, kept }: Pick<Problem, 'centres' | 'kept'>): ReadonlySet<string> {
  const at = new Map(centres.flatMap(({ rooms }, index) => rooms.map(({ id }) => [id, index])));
  return new Set(kept.map(({ speciality, room }) => boardOf(speciality, at.get(room) ?? -1)));
}

import { overlaps, roomTime, seatsIn, type Time } from './forms.ts';
import { type Group, roomsFor } from './groups.ts';
import type { KeptSeat, PlacingRoom, PlacingSitting, Problem } from './problem.ts';

/** Seats that one centre has at one moment in some of its rooms, or for one unit (`moment` is null): the least that must hold. */
export type Limit = {
  readonly moment: number | null;
  readonly rooms: readonly PlacingRoom[];
  readonly seats: number;
  readonly loads: ReadonlyMap<number, number>;
};

/** What a group weighs at a moment: seats, and for each sitting that takes whole rooms, how many of its persons. */
type Load = { seats: number; readonly taken: Map<PlacingSitting, number> };

/**
 * At each beginning, whoever is sitting by then has a seat: of the kind, and in all. Where a unit may be sat at several hours each bears
 * its part. A turn or a post takes its part of a room that nobody else uses meanwhile. Where rooms are kept for a unit, or it is sat in
 * turns or at posts, what these hold is a limit of its own. `loads`: by group, seats that one person of it takes: somebody alone takes
 * the smallest room.
 */
export function limitsOf(problem: Problem, groups: readonly Group[]): readonly (readonly Limit[])[] {
  const { centres, sittings } = problem;
  const moments = [...new Set(sittings.map((one) => roomTime(one, 0).start))].toSorted((a, b) => a - b);
  const kinds = ['', ...new Set(sittings.map(({ kind }) => kind).filter((kind) => kind !== ''))].toSorted();
  const atMoment = loadsOf(groups, moments);
  const smallest = Math.min(...centres.flatMap(({ rooms }) => rooms.map(({ capacity }) => capacity)));
  const free = freeIn(problem);
  const left = leftIn(problem);
  const bound = boundUnits(groups);
  const known = [...atMoment.values()].some((loads) => [...loads.values()].some(({ taken }) => taken.size > 0));
  const plain = new Map<string, ReadonlyMap<number, number>>();
  const seatsOf = (key: string, fitted: readonly PlacingRoom[]): ReadonlyMap<number, number> | undefined => {
    const loads = atMoment.get(key);
    const before = known ? undefined : plain.get(key);
    if (loads === undefined || before !== undefined) return before;
    const mean = fitted.reduce((sum, { capacity }) => sum + capacity, 0) / Math.max(1, fitted.length);
    const seats = new Map(
      [...loads].map(([index, { seats: some, taken }]) => {
        const whole = groups[index]?.persons[0]?.alone ? smallest : 1;
        const rooms = [...taken].map(([sitting, persons]) => persons / Math.max(1, mostIn(sitting, fitted)));
        return [index, some * whole + rooms.reduce((sum, part) => sum + part, 0) * mean] as const;
      }),
    );
    if (!known) plain.set(key, seats);
    return seats;
  };
  return centres.map((centre) => [
    ...moments.flatMap((moment) =>
      kinds.flatMap((kind): readonly Limit[] => {
        const fitted = centre.rooms.filter(({ kinds: has }) => kind === '' || has.includes(kind));
        const loads = seatsOf(`${moment}/${kind}`, fitted);
        if (loads === undefined) return [];
        return [{ moment, rooms: fitted, seats: fitted.reduce((sum, room) => sum + free(room, moment), 0), loads }];
      }),
    ),
    ...bound.map(({ sittings: some, loads }): Limit => {
      const places = some.flatMap((sitting) =>
        roomsFor(sitting, centre, { accessible: false }).map((room) => left(room, sitting)),
      );
      return { moment: null, rooms: [], seats: places.reduce((sum, seats) => sum + seats, 0), loads };
    }),
  ]);
}

function mostIn(sitting: PlacingSitting, rooms: readonly PlacingRoom[]): number {
  return rooms.reduce((sum, room) => sum + seatsIn(sitting, room), 0) / Math.max(1, rooms.length);
}

/** By moment and kind, what each group weighs there. */
function loadsOf(groups: readonly Group[], moments: readonly number[]): ReadonlyMap<string, ReadonlyMap<number, Load>> {
  const all = new Map<string, Map<number, Load>>();
  for (const [index, { demands }] of groups.entries())
    for (const { sittings: some, share, longest } of demands)
      for (const sitting of some) {
        const { start, end } = roomTime(sitting, longest);
        for (const moment of moments) {
          if (moment < start || moment >= end) continue;
          for (const key of sitting.kind === '' ? [`${moment}/`] : [`${moment}/`, `${moment}/${sitting.kind}`]) {
            const loads = all.get(key) ?? new Map<number, Load>();
            const load = loads.get(index) ?? { seats: 0, taken: new Map() };
            const part = share / some.length;
            if (sitting.form.is === 'hall') load.seats += part;
            else load.taken.set(sitting, (load.taken.get(sitting) ?? 0) + part);
            loads.set(index, load);
            all.set(key, loads);
          }
        }
      }
  return all;
}

/** Units whose rooms are kept, or that are sat in turns or at posts, with the groups that present them. */
function boundUnits(
  groups: readonly Group[],
): readonly { readonly sittings: readonly PlacingSitting[]; readonly loads: ReadonlyMap<number, number> }[] {
  const units = new Map<string, { sittings: readonly PlacingSitting[]; loads: Map<number, number> }>();
  for (const [index, { speciality, demands }] of groups.entries())
    for (const { unit, sittings, share } of demands) {
      if (!sittings.some(({ form, roomId }) => form.is !== 'hall' || roomId !== null)) continue;
      const key = `${speciality}/${unit}`;
      const one = units.get(key) ?? { sittings, loads: new Map<number, number>() };
      one.loads.set(index, share);
      units.set(key, one);
    }
  return [...units.values()];
}

/** Whoever is alone or has more time has the room for that hour: its other seats are nobody's. Nor are those of other plans. */
function freeIn({ kept, elsewhere, sittings }: Problem): (room: PlacingRoom, moment: number) => number {
  const keptIn = Map.groupBy(kept, ({ room }) => room);
  const busyIn = Map.groupBy(elsewhere.rooms, ({ room }) => room);
  const byId = new Map(sittings.map((one) => [one.id, one]));
  const isAt = ({ start, end }: Time, moment: number): boolean => start <= moment && moment < end;
  return (room, moment) => {
    if ((busyIn.get(room.id) ?? []).some((one) => isAt(one, moment))) return 0;
    const there = (keptIn.get(room.id) ?? []).filter((seat) => isAt(heldBy(seat, byId), moment));
    const [first] = there;
    const sitting = first === undefined ? undefined : byId.get(first.sitting);
    if (sitting !== undefined && sitting.form.is !== 'hall')
      return Math.max(0, room.capacity * (1 - there.length / Math.max(1, seatsIn(sitting, room))));
    return there.some(({ alone, longer }) => alone || longer) ? 0 : Math.max(0, room.capacity - there.length);
  };
}

/** The time for which a seat that stands holds its room: that of its sitting where this takes the room whole. */
export function heldBy(seat: KeptSeat, sittings: ReadonlyMap<string, PlacingSitting>): Time {
  const sitting = sittings.get(seat.sitting);
  if (sitting === undefined || sitting.form.is === 'hall') return seat;
  if (sitting.form.is === 'turns') return roomTime(sitting, 0);
  return { start: seat.start - sitting.form.before, end: seat.end + sitting.form.after };
}

/** Seats left for a sitting in a room, by what stands there of it and by what other plans do there. */
function leftIn({ kept, elsewhere }: Problem): (room: PlacingRoom, sitting: PlacingSitting) => number {
  const keptAt = Map.groupBy(kept, ({ room, sitting }) => `${room}/${sitting}`);
  const busyIn = Map.groupBy(elsewhere.rooms, ({ room }) => room);
  return (room, sitting) => {
    const time = roomTime(sitting, 0);
    if ((busyIn.get(room.id) ?? []).some((one) => overlaps(one, time))) return 0;
    return Math.max(0, seatsIn(sitting, room) - (keptAt.get(`${room.id}/${sitting.id}`) ?? []).length);
  };
}

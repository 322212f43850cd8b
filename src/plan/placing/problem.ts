/**
 * Who sits where, as numbers and names alone: pure, so that a thread may work at it. Everything comes sorted by what people know
 * (candidate's number, centre's code, hour), so that the answer never depends on the order in which things were written.
 */
export type Position = { readonly latitude: number; readonly longitude: number };

export type PlacingRoom = {
  readonly id: string;
  readonly capacity: number;
  readonly accessible: boolean;
  readonly kinds: readonly string[];
};
export type PlacingCentre = {
  readonly id: string;
  readonly position: Position | null;
  readonly rooms: readonly PlacingRoom[];
};
export type PlacingSitting = {
  readonly id: string;
  readonly speciality: string;
  readonly unit: string;
  /** Minutes since 1970. */
  readonly start: number;
  readonly minutes: number;
  readonly kind: string;
  /** The room kept for it. */
  readonly roomId: string | null;
};
export type PersonToPlace = {
  readonly id: string;
  readonly speciality: string;
  readonly units: readonly string[];
  readonly home: Position | null;
  readonly percent: number;
  readonly alone: boolean;
  readonly accessible: boolean;
  /** The centre where they sit already: the rest of their units goes there where it can. */
  readonly stays: string | null;
};

/** A seat that stands whatever is placed now: its table and its person's hours are taken. */
export type KeptSeat = Seat & { readonly speciality: string; readonly alone: boolean; readonly longer: boolean };

export type Problem = {
  readonly centres: readonly PlacingCentre[];
  readonly sittings: readonly PlacingSitting[];
  readonly persons: readonly PersonToPlace[];
  readonly kept: readonly KeptSeat[];
  /** Seconds for all solves together: a guard, beside the gap and the nodes that end them. */
  readonly seconds: number;
};

/**
 * What a placing costs: one a person and kilometre, a board of examiners for each speciality at each centre, whoever has no seat at
 * all, and each unit of the others that finds its centre full.
 */
export const COSTS = { board: 150, unplaced: 1_000, lacking: 200 } as const;
/** Another gap, seed, limit or version may give another plan. `nodes`: of the search, so that its end doesn't lean on the clock. */
export const SOLVER = { name: 'HiGHS 1.15.3', gap: 0.03, seed: 1, nodes: 200 } as const;

/**
 * Why a unit has no seat. `no-sitting`: the calendar doesn't have it; `no-room`: no centre has such a room; `no-centre`: no centre has
 * all that this person needs; `full`: no seat was left; `twice-at-once`: at that hour this person sits another unit.
 */
export type Unseated = 'no-sitting' | 'no-room' | 'no-centre' | 'full' | 'twice-at-once';

export type Seat = {
  readonly person: string;
  readonly unit: string;
  readonly sitting: string;
  readonly room: string;
  /** Minutes since 1970, with the time that was granted. */
  readonly start: number;
  readonly end: number;
};

/** Why not the centres that are nearer: not able (no such room or hour), full, or no board of that speciality there. */
export type Nearer = { readonly centre: string; readonly km: number; readonly why: 'not-able' | 'full' | 'no-board' };
export type Placed = {
  readonly person: string;
  readonly centre: string;
  /** As the crow flies; null: where they live isn't known. */
  readonly km: number | null;
  readonly nearer: readonly Nearer[];
};

/** One way of placing all, in figures. */
export type PlanFigures = {
  readonly cost: number;
  readonly km: number;
  readonly boards: number;
  /** Persons without a centre. */
  readonly unplaced: number;
  /** Units of the others that found every room full. */
  readonly lacking: number;
};

export type Plan = {
  readonly placed: readonly Placed[];
  readonly seats: readonly Seat[];
  readonly unseated: readonly { readonly person: string; readonly unit: string; readonly why: Unseated }[];
  readonly figures: {
    readonly kept: 'solver' | 'greedy';
    /** null: it ended on a limit without an answer. */
    readonly solver: PlanFigures | null;
    readonly greedy: PlanFigures;
    /** How the solver ended. */
    readonly status: string;
  };
};

/** Kilometres over a sphere (haversine). */
export function kilometres(one: Position, other: Position): number {
  const radians = Math.PI / 180;
  const [from, to] = [one.latitude * radians, other.latitude * radians];
  const across = Math.sin(((other.longitude - one.longitude) * radians) / 2) ** 2;
  const along = Math.sin((to - from) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(along + Math.cos(from) * Math.cos(to) * across));
}

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
  /** Posts at which a practical test is sat; null: as many as there are seats. */
  readonly stations: number | null;
};
export type PlacingCentre = {
  readonly id: string;
  readonly position: Position | null;
  readonly rooms: readonly PlacingRoom[];
};
/**
 * How a test is held, in minutes. `hall`: all begin together. `turns`: one board in one room, which calls one person after the other,
 * from the sitting's start until `until` at the latest (since 1970); each prepares before, and `pause` is the board's after each turn.
 * `stations`: a wave begins together, at the posts of a workshop which is made ready before it and cleared after it.
 */
export type SittingForm =
  | { readonly is: 'hall' }
  | {
      readonly is: 'turns';
      readonly until: number;
      readonly preparation: number;
      readonly pause: number;
      /** Whoever has more time has more of it to prepare too. */
      readonly preparationExtends: boolean;
    }
  | { readonly is: 'stations'; readonly before: number; readonly after: number };
export const HALL: SittingForm = { is: 'hall' };

export type PlacingSitting = {
  readonly id: string;
  readonly speciality: string;
  readonly unit: string;
  /** Of a later phase of a test, the unit of the phase before; null: it is sat by itself, or first. */
  readonly after: string | null;
  /** Minutes since 1970. */
  readonly start: number;
  /** Of one person: the test, or the turn. */
  readonly minutes: number;
  /** Of them, those of which more time gives no more. */
  readonly uncounted: number;
  readonly form: SittingForm;
  readonly kind: string;
  /** The room kept for it. */
  readonly roomId: string | null;
  /** It has: who sits there does, and nobody else will. */
  readonly begun?: boolean;
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
  /** The centre that they had before all was placed again: theirs, at nearly the same cost. */
  readonly had: string | null;
};

/** What other plans use, of any session: nobody of this plan shares such a room, and such a person is there at that time. */
export type Elsewhere = {
  readonly rooms: readonly { readonly room: string; readonly start: number; readonly end: number }[];
  readonly persons: readonly {
    readonly person: string;
    readonly start: number;
    readonly end: number;
    readonly centre: string;
    /** Of the centre, which may be none of this plan's. */
    readonly position: Position | null;
  }[];
};

/** A seat that stands whatever is placed now: its table and its person's hours are taken. */
export type KeptSeat = Seat & { readonly speciality: string; readonly alone: boolean; readonly longer: boolean };

/** A seat that nothing holds any more. */
export type FormerSeat = Pick<Seat, 'person' | 'unit' | 'sitting' | 'room' | 'start'>;

export type Problem = {
  readonly centres: readonly PlacingCentre[];
  readonly sittings: readonly PlacingSitting[];
  readonly persons: readonly PersonToPlace[];
  readonly kept: readonly KeptSeat[];
  /** Of the plan that is placed again: whoever can keeps them, at nearly the same cost. */
  readonly before: readonly FormerSeat[];
  readonly elsewhere: Elsewhere;
};

/**
 * What a placing costs: one a person and kilometre, a board of examiners for each speciality at each centre, whoever goes to another
 * centre than the one they had, whoever has no seat at all, and each unit of the others that finds its centre full.
 */
export const COSTS = { board: 150, moved: 15, unplaced: 1_000, lacking: 200 } as const;
/** Another seed, limit or version may give another plan. All limits count work done, so that no plan leans on a clock. */
export const SOLVER = { name: 'HiGHS 1.15.3', seed: 1, iterations: 500_000 } as const;

/**
 * Why a unit has no seat. `no-sitting`: the calendar doesn't have it; `no-room`: no centre has such a room; `no-centre`: no centre has
 * all that this person needs; `full`: no seat was left; `twice-at-once`: at that hour this person sits another unit;
 * `elsewhere`: at that hour they sit another exam, or are on the way.
 */
export type Unseated = 'no-sitting' | 'no-room' | 'no-centre' | 'full' | 'twice-at-once' | 'elsewhere';

export type Seat = {
  readonly person: string;
  readonly unit: string;
  readonly sitting: string;
  readonly room: string;
  /** Minutes since 1970, with the time that was granted: of this person, whose turn has an hour of its own. */
  readonly start: number;
  readonly end: number;
  /** When they are called before a turn, to prepare or to go in; null: all of the room begin together. */
  readonly call: number | null;
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
  /** Who goes to another centre than the one they had. */
  readonly moved: number;
  /** Units without a seat, of those with a centre and without: the fewest first, then the cost. */
  readonly without: number;
};

export type Plan = {
  readonly placed: readonly Placed[];
  readonly seats: readonly Seat[];
  readonly unseated: readonly { readonly person: string; readonly unit: string; readonly why: Unseated }[];
  readonly figures: {
    readonly kept: 'solver' | 'greedy' | 'standing';
    /** null: it ended on a limit without an answer. */
    readonly solver: PlanFigures | null;
    /** Each to the nearest centre that has a seat, one after the other. */
    readonly greedy: PlanFigures;
    /** As it stood, as far as it can; null: nothing stood. */
    readonly standing: PlanFigures | null;
    /** How the solver ended. */
    readonly status: string;
    /** The least that a plan costs in which persons and boards may be divided, as the solver sees it; null: it doesn't know. */
    readonly relaxed: number | null;
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

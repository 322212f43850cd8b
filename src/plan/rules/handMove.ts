import { minutesWithExtra } from '../../law/index.ts';
import type { Position } from '../placing/problem.ts';
import { faultsOfPerson, type PersonSeat } from './personFaults.ts';
import { type Booking, faultsInRoom, type KeptTime } from './roomFaults.ts';

/** A seat that a person wants to give by hand. Times in minutes. */
export type WantedSeat = {
  readonly unit: string;
  readonly percent: number;
  readonly alone: boolean;
  readonly accessible: boolean;
  readonly sitting: {
    readonly id: string;
    readonly start: number;
    readonly minutes: number;
    readonly uncounted: number;
    readonly kind: string;
    readonly roomId: string | null;
    /** In the room that is asked: as in a booking. */
    readonly most: number | null;
    readonly together: boolean;
  };
  readonly room: {
    readonly id: string;
    readonly centre: string;
    readonly position: Position | null;
    readonly capacity: number;
    readonly accessible: boolean;
    readonly kinds: readonly string[];
  };
  readonly day: string;
  /** Who is in that room already, without this candidate. */
  readonly there: readonly Booking[];
  readonly kept: readonly KeptTime[];
  /** The other units of this candidate. */
  readonly own: readonly PersonSeat[];
  readonly breakMinutes: number | null;
};

/** Nobody sits so, whoever wants it. */
const MOVE_REFUSALS = [
  'begun',
  'over-capacity',
  'two-beginnings',
  'not-alone',
  'kept-for-another',
  'kept-elsewhere',
  'used-elsewhere',
  'twice-at-once',
  'elsewhere-at-once',
  'too-far',
] as const;
export type MoveRefusal = (typeof MOVE_REFUSALS)[number];
/** A person may want it all the same, and says why. */
export type MoveWarning = 'leaves-after' | 'two-centres' | 'no-break' | 'kind-missing' | 'not-accessible';

export type JudgedMove = {
  readonly end: number;
  /** Tables that are left at that hour, before this one is taken. */
  readonly free: number;
  readonly refusals: readonly MoveRefusal[];
  readonly warnings: readonly MoveWarning[];
};

/** What this seat alone would make wrong: what is wrong already isn't held against it. */
export function judgeMove(wish: WantedSeat): JudgedMove {
  const { unit, percent, alone, sitting, room, there, kept, own, breakMinutes } = wish;
  const { start } = sitting;
  const end = start + minutesWithExtra(sitting.minutes, percent, sitting.uncounted);
  const { most, together } = sitting;
  const mine: Booking = { sitting: sitting.id, start, end, alone, longer: percent > 0, count: 1, most, together };
  const limits = { capacity: room.capacity, kept };
  const { centre, position } = room;
  const seat = { unit, start, end, centre, position, day: wish.day, elsewhere: false };
  const found = new Set<string>([
    ...added(faultsInRoom([...there, mine], limits), faultsInRoom(there, limits), ({ start: at }) => String(at)),
    ...added(faultsOfPerson([...own, seat], breakMinutes), faultsOfPerson(own, breakMinutes), (one) => one.unit),
    ...(sitting.roomId !== null && sitting.roomId !== room.id ? ['kept-elsewhere'] : []),
    ...(sitting.kind !== '' && !room.kinds.includes(sitting.kind) ? ['kind-missing'] : []),
    ...(wish.accessible && !room.accessible ? ['not-accessible'] : []),
  ]);
  const taken = there.filter((one) => one.start <= start && start < one.end);
  return {
    end,
    free: Math.max(
      0,
      Math.min(room.capacity, most ?? room.capacity) - taken.reduce((sum, { count }) => sum + count, 0),
    ),
    refusals: MOVE_REFUSALS.filter((one) => found.has(one)),
    warnings: WARNINGS.filter((one) => found.has(one)),
  };
}

const WARNINGS: readonly MoveWarning[] = ['kind-missing', 'not-accessible', 'leaves-after', 'two-centres', 'no-break'];

function added<F extends { readonly fault: string }>(
  after: readonly F[],
  before: readonly F[],
  where: (fault: F) => string,
): readonly string[] {
  const known = new Set(before.map((one) => `${one.fault}/${where(one)}`));
  return after.filter((one) => !known.has(`${one.fault}/${where(one)}`)).map(({ fault }) => fault);
}

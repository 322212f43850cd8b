import { isContinuous, type Unit } from '../../catalogue/index.ts';
import { foldedName } from '../../platform/tables/columns.ts';

/**
 * How a test is held. `written`: all in a room begin together. `oral`: one board in one room calls one person after the other. `practical`: a wave begins
 * together at the posts of a workshop. `continuous`: nobody sits, an establishment gives a mark.
 */
export const HELD = ['written', 'oral', 'practical'] as const;
export type Held = (typeof HELD)[number];

/** As regulations, tables and people write it. */
export const HELD_WORDS = { written: 'écrit', oral: 'oral', practical: 'pratique' } as const satisfies Readonly<
  Record<Held, string>
>;

/** What somebody wrote; null: something else. */
export function heldIn(text: string): Held | null {
  const folded = foldedName(text);
  return HELD.find((held) => foldedName(HELD_WORDS[held]) === folded) ?? null;
}

/** As the regulation prints it, where it is one of the three; null: it says nothing, or several at once. */
export function heldByRegulation({ mode }: Pick<Unit, 'mode'>): Held | 'continuous' | null {
  if (mode === null) return null;
  return isContinuous({ mode }) ? 'continuous' : heldIn(mode);
}

/** When and how long somebody is at a test. */
export type HeldTime = {
  readonly startsAt: Temporal.Instant;
  /** Of one person: the test, or the turn. */
  readonly minutes: number;
  /** Of them, those of a pause or a transfer: whoever has more time has no more of these. */
  readonly uncounted: number;
  readonly held: Held;
  /** Of an oral: until when its board calls; null: not an oral. */
  readonly until: Temporal.Instant | null;
  /** Minutes before: of an oral, each person prepares; of a practical test, the workshop is made ready. */
  readonly preparation: number;
  /** Minutes after: the board's after each turn; the workshop is cleared. */
  readonly rest: number;
};

/** All begin together, and nothing stands before or after. */
export const WRITTEN = {
  uncounted: 0,
  held: 'written',
  until: null,
  preparation: 0,
  rest: 0,
} as const satisfies Partial<HeldTime>;

/** From when until when a test has its room. */
export function roomTimeOf({ startsAt, minutes, held, until, preparation, rest }: HeldTime): {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
} {
  const ends = startsAt.add({ minutes });
  if (held === 'oral') return { from: startsAt, to: until ?? ends };
  if (held === 'written') return { from: startsAt, to: ends };
  return { from: startsAt.subtract({ minutes: preparation }), to: ends.add({ minutes: rest }) };
}

/** Do two tests have a room at the same time? */
export function meets(one: HeldTime, other: HeldTime): boolean {
  const [first, second] = [roomTimeOf(one), roomTimeOf(other)];
  return Temporal.Instant.compare(first.from, second.to) < 0 && Temporal.Instant.compare(second.from, first.to) < 0;
}

import { isReplacement } from '../../exam/index.ts';
import { comesAt, type SummonsFacts, type SummonsSeat } from '../summons.ts';
import { comingTests } from './nextTest.ts';

/**
 * What differs of one unit: `added` and `gone` alone, the others together. `time`: it begins at another moment; `end`: it only ends at
 * another; `conditions`: what was granted.
 */
export type SeatChange = 'added' | 'gone' | 'time' | 'end' | 'centre' | 'room' | 'table' | 'material' | 'conditions';

export type UnitChange = {
  readonly unit: string;
  readonly what: readonly SeatChange[];
  readonly before: SummonsSeat | null;
  readonly now: SummonsSeat | null;
};

export type SummonsChanges = {
  /** In the order of today's hours; those that are gone last. */
  readonly units: readonly UnitChange[];
  /** What was granted besides time and room, of all tests. */
  readonly arranged: boolean;
  /** Units that aren't sat, or have no place yet. */
  readonly notSat: boolean;
  /** Of replacement tests without a place: `granted` is new, `moved` had one, `takenBack` isn't sat any more. */
  readonly again: readonly { readonly unit: string; readonly is: 'granted' | 'moved' | 'takenBack' }[];
};

/** What a candidate has to read again; null: their summons stands as it is. */
export function changesOf(before: SummonsFacts, now: SummonsFacts): SummonsChanges | null {
  const known = new Map(before.seats.map((seat) => [seat.unit, seat]));
  const kept = new Set(now.seats.map(({ unit }) => unit));
  const units = [
    ...now.seats.map((seat) => unitChange(known.get(seat.unit) ?? null, seat)),
    ...before.seats.filter(({ unit }) => !kept.has(unit)).map((seat) => unitChange(seat, null)),
  ].flatMap((change) => (change.what.length === 0 ? [] : [change]));
  const arranged = differ(before.arranged, now.arranged);
  const first = (toCome: readonly string[]): readonly string[] => toCome.filter((unit) => !isReplacement(unit));
  const notSat =
    differ(before.withheld, now.withheld) ||
    differ(first(before.toCome), first(now.toCome)) ||
    differ(before.takenAway, now.takenAway);
  const again = againOf(before, now);
  return units.length === 0 && !arranged && !notSat && again.length === 0 ? null : { units, arranged, notSat, again };
}

/** The same without what is over: of no test that has begun, before and after; of what isn't sat, only as long as something is to come. */
export function stillToTell(
  changes: SummonsChanges,
  { before, now }: { readonly before: SummonsFacts; readonly now: SummonsFacts },
  moment: Temporal.Instant,
): SummonsChanges | null {
  const isToCome = (seat: SummonsSeat | null): boolean => seat !== null && comingTests([seat], moment).length > 0;
  const isOver = ![...before.seats, ...now.seats].some(isToCome);
  const units = changes.units.filter((change) => isToCome(change.before) || isToCome(change.now));
  const [arranged, notSat] = [changes.arranged && !isOver, changes.notSat && !isOver];
  const { again } = changes;
  return units.length === 0 && !arranged && !notSat && again.length === 0 ? null : { units, arranged, notSat, again };
}

/** What became of replacement tests that wait for a place. One that found its place is among the units; one that a person took away, not sat. */
function againOf(before: SummonsFacts, now: SummonsFacts): SummonsChanges['again'] {
  const waiting = ({ toCome }: SummonsFacts): readonly string[] => toCome.filter(isReplacement);
  const seated = ({ seats }: SummonsFacts): ReadonlySet<string> => new Set(seats.map(({ unit }) => unit));
  const [had, has] = [seated(before), seated(now)];
  return [
    ...waiting(now)
      .filter((unit) => !before.toCome.includes(unit))
      .map((unit) => ({ unit, is: had.has(unit) ? ('moved' as const) : ('granted' as const) })),
    ...waiting(before)
      .filter((unit) => !now.toCome.includes(unit) && !has.has(unit) && !now.takenAway.includes(unit))
      .map((unit) => ({ unit, is: 'takenBack' as const })),
  ];
}

function unitChange(before: SummonsSeat | null, now: SummonsSeat | null): UnitChange {
  const unit = (now ?? before)?.unit ?? '';
  if (before === null) return { unit, what: ['added'], before, now };
  if (now === null) return { unit, what: ['gone'], before, now };
  const moved = differ(before.centre, now.centre);
  const starts = before.startsAt !== now.startsAt || comesAt(before) !== comesAt(now);
  const conditions = before.percent !== now.percent || before.alone !== now.alone;
  const found: readonly (readonly [SeatChange, boolean])[] = [
    ['time', starts],
    ['end', !starts && before.endsAt !== now.endsAt],
    ['centre', moved],
    ['room', !moved && before.room !== now.room],
    ['table', !moved && before.room === now.room && before.table !== now.table],
    ['material', before.material !== now.material],
    ['conditions', conditions],
  ];
  return { unit, what: found.flatMap(([change, is]) => (is ? [change] : [])), before, now };
}

function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.length !== other.length || one.some((item, index) => item !== other[index]);
}

import { distance } from '../placing/groups.ts';
import type { Position } from '../placing/problem.ts';
import { overlap } from './roomFaults.ts';
import { travel } from './travel.ts';

/** One unit of one candidate. Times in minutes; `day`: as Paris calls it. */
export type PersonSeat = {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly centre: string;
  /** Where the centre is, about; null: it is in no table. */
  readonly position: Position | null;
  readonly day: string;
  /** In the published plan of another session: that one is said there. */
  readonly elsewhere: boolean;
};

/**
 * `elsewhere-at-once`: sits another session's test then; `too-far`: less time than the way from one centre to the other takes; `two-centres`: on one day;
 * `no-break`: less time than the exam's rules leave before the next test, more time counted.
 */
export type PersonFault = 'twice-at-once' | 'elsewhere-at-once' | 'too-far' | 'two-centres' | 'no-break';

/** Each with the unit of this session that comes second, or that meets another session's. */
export function faultsOfPerson(
  seats: readonly PersonSeat[],
  breakMinutes: number | null,
): readonly { readonly fault: PersonFault; readonly unit: string }[] {
  const order = seats.toSorted((a, b) => a.start - b.start || (a.unit < b.unit ? -1 : 1));
  return order.flatMap((seat, index) => {
    if (seat.elsewhere) return [];
    const before = order.slice(0, index);
    const beside = [...before, ...order.slice(index).filter(({ elsewhere }) => elsewhere)];
    const twice = before.some((other) => !other.elsewhere && overlap(other, seat));
    const abroad = beside.some((other) => other.elsewhere && overlap(other, seat));
    const last = Math.max(...before.filter(({ day }) => day === seat.day).map(({ end }) => end));
    const isShort = !twice && !abroad && breakMinutes !== null && seat.start - last < breakMinutes;
    const faults: readonly (readonly [PersonFault, boolean])[] = [
      ['twice-at-once', twice],
      ['elsewhere-at-once', abroad],
      ['too-far', beside.some((other) => isTooFar(seat, other))],
      ['two-centres', beside.some(({ day, centre }) => day === seat.day && centre !== seat.centre)],
      ['no-break', isShort],
    ];
    return faults.flatMap(([fault, is]) => (is ? [{ fault, unit: seat.unit }] : []));
  });
}

/** Of two tests that don't meet: is there less time between them than the way takes? */
function isTooFar(one: PersonSeat, other: PersonSeat): boolean {
  if (one.centre === other.centre || overlap(one, other)) return false;
  const between = Math.max(one.start - other.end, other.start - one.end);
  return between < travel(distance(one.position, other.position));
}

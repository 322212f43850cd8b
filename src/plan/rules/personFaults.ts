import { overlap } from './roomFaults.ts';

/** One unit of one candidate. Times in minutes; `day`: as Paris calls it. */
export type PersonSeat = {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly centre: string;
  readonly day: string;
};

/** `two-centres`: on one day; `no-break`: less time than the exam's rules leave before the next test, more time counted. */
export type PersonFault = 'twice-at-once' | 'two-centres' | 'no-break';

/** Each with the unit that comes second. */
export function faultsOfPerson(
  seats: readonly PersonSeat[],
  breakMinutes: number | null,
): readonly { readonly fault: PersonFault; readonly unit: string }[] {
  const order = seats.toSorted((a, b) => a.start - b.start || (a.unit < b.unit ? -1 : 1));
  return order.flatMap((seat, index) => {
    const before = order.slice(0, index);
    const twice = before.some((other) => overlap(other, seat));
    const last = Math.max(...before.filter(({ day }) => day === seat.day).map(({ end }) => end));
    const isShort = !twice && breakMinutes !== null && seat.start - last < breakMinutes;
    const elsewhere = before.some(({ day, centre }) => day === seat.day && centre !== seat.centre);
    return [
      ...(twice ? [{ fault: 'twice-at-once' as const, unit: seat.unit }] : []),
      ...(elsewhere ? [{ fault: 'two-centres' as const, unit: seat.unit }] : []),
      ...(isShort ? [{ fault: 'no-break' as const, unit: seat.unit }] : []),
    ];
  });
}

export type Delay = { readonly count: number; readonly unit: 'days' | 'months' | 'years' };

/** The last day of a delay that runs from a day; null: none is given. */
export function lastDayOf(delay: Delay | undefined, from: Temporal.PlainDate): Temporal.PlainDate | null {
  return delay === undefined ? null : from.add({ [delay.unit]: delay.count });
}

/** Did it come after the last day? Without one it never does. */
export function isLate(day: Temporal.PlainDate, last: Temporal.PlainDate | null): boolean {
  return last !== null && Temporal.PlainDate.compare(day, last) > 0;
}

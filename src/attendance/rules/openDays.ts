import type { Hours } from '../attendance.ts';

/** A day on which a centre has sittings: when the first begins and the last ends. */
export type SittingDay = {
  readonly day: Temporal.PlainDate;
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
};
/** The same, with what its exam says. */
export type OpeningDay = SittingDay & { readonly hours: Hours };

/** When the list of a day may be read: from the evening before until midnight, on the clock of that place. */
export function openTimes(
  { day, firstAt, hours }: Omit<OpeningDay, 'lastAt'>,
  zone: string,
): { readonly from: Temporal.Instant; readonly until: Temporal.Instant } {
  return {
    from: firstAt.subtract({ hours: hours.opens }),
    until: closesAt(day, zone),
  };
}

export function closesAt(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
}

/** The days that may be read now, the nearest to its end first. */
export function openDays<D extends OpeningDay>(days: readonly D[], now: Temporal.Instant, zone: string): readonly D[] {
  return days
    .filter((one) => {
      const { from, until } = openTimes(one, zone);
      return isBefore(from, now) && Temporal.Instant.compare(now, until) < 0;
    })
    .toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day));
}

/** The next day that isn't open yet, for who comes too early. */
export function nextDay<D extends SittingDay>(days: readonly D[], now: Temporal.Instant): D | null {
  return (
    days
      .filter(({ firstAt }) => Temporal.Instant.compare(firstAt, now) > 0)
      .toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))[0] ?? null
  );
}

/** Why what was said of a sitting isn't taken now; null: it is. */
export function refuseNow(
  { firstAt, endsAt }: { readonly firstAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  hours: Hours,
  now: Temporal.Instant,
): 'not-yet' | 'too-late' | null {
  if (!isBefore(firstAt.subtract({ hours: hours.opens }), now)) return 'not-yet';
  return isBefore(now, endsAt.add({ hours: hours.taken })) ? null : 'too-late';
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) <= 0;
}

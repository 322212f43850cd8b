import { dayOff } from '../src/law/index.ts';
import { PARIS } from '../src/platform/time.ts';

export const dayOf = (instant: Temporal.Instant): Temporal.PlainDate => instant.toZonedDateTimeISO(PARIS).toPlainDate();

/** That hour of that day, or of the next on which people work. */
export function onWorkingDay(day: Temporal.PlainDate, hour: string): Temporal.PlainDateTime {
  return workingDay(day, 1).toPlainDateTime(Temporal.PlainTime.from(hour));
}

/** So many days before `now`, or on the last before on which people worked, in the morning. Looks at the desks fall at 8 in the morning and at night. */
export function workedBefore(now: Temporal.Instant, days: number, hour = '07:00'): Temporal.Instant {
  const day = workingDay(dayOf(now).subtract({ days }), -1);
  return day.toZonedDateTime({ timeZone: PARIS, plainTime: hour }).toInstant();
}

/** Itself, or the nearest after (1) or before (-1). */
export function workingDay(day: Temporal.PlainDate, direction: 1 | -1): Temporal.PlainDate {
  return dayOff(day) === null && day.dayOfWeek < 6 ? day : workingDay(day.add({ days: direction }), direction);
}

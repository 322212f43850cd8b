import { inParis } from '../../platform/time.ts';

/** A day on which somebody can't come, or half of one: `2024-06-12`, `2024-06-12 am`, `2024-06-12 pm`. */
export type AwayDay = string;

/** Noon parts a day. */
const NOON = 12;

/** The halves of days that somebody is needed in, from one instant to another. */
export function halfDaysOf(from: Temporal.Instant, to: Temporal.Instant): readonly AwayDay[] {
  const [first, last] = [inParis(from), inParis(to)];
  const days = first.toPlainDate().until(last.toPlainDate()).days;
  return Array.from({ length: days + 1 }, (_, index) => first.toPlainDate().add({ days: index })).flatMap((day) => [
    ...(day.equals(first.toPlainDate()) && first.hour >= NOON ? [] : [`${day} am`]),
    ...(day.equals(last.toPlainDate()) && last.hour < NOON ? [] : [`${day} pm`]),
  ]);
}

/** Whether somebody is away for any part of it. */
export function isAway(away: readonly AwayDay[], from: Temporal.Instant, to: Temporal.Instant): boolean {
  const there = new Set(away);
  return halfDaysOf(from, to).some((half) => there.has(half) || there.has(half.split(' ')[0] ?? ''));
}

const LINE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(matin|après-midi|apres-midi))?$/i;

/** As people write it, a day a line or between commas: « 12/06/2024 », « 13/06/2024 matin »; null: what doesn't read. */
export function readAway(typed: string): { readonly away: readonly AwayDay[]; readonly unread: readonly string[] } {
  const lines = typed
    .split(/[\n;,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const read = lines.map((line) => ({ line, day: dayIn(line) }));
  return {
    away: [...new Set(read.flatMap(({ day }) => (day === null ? [] : [day])))].toSorted(),
    unread: read.flatMap(({ line, day }) => (day === null ? [line] : [])),
  };
}

function dayIn(line: string): AwayDay | null {
  const [, day, month, year, half] = LINE.exec(line) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
    return half === undefined ? `${date}` : `${date} ${half.toLowerCase() === 'matin' ? 'am' : 'pm'}`;
  } catch {
    return null;
  }
}

/** The same, as `readAway` reads it. */
export function awayInWords(away: readonly AwayDay[]): string {
  return away
    .map((one) => {
      const [day = '', half] = one.split(' ');
      const written = day.split('-').toReversed().join('/');
      return half === undefined ? written : `${written} ${half === 'am' ? 'matin' : 'après-midi'}`;
    })
    .join('\n');
}

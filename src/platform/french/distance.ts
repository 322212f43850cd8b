import { inParis } from '../time.ts';
import { clockTime, dayBeforeMidnight } from './dates.ts';
import { plural } from './french.ts';

/**
 * How far `to` is from `from`, as people say it: `dans 16 jours`, `demain à 17 h 00`, `dans 3 heures`, `dans 12 minutes`,
 * `il y a 2 jours`. Days are calendar days in Paris, so a day of 23 or 25 hours counts as one. Hours and minutes are rounded
 * down: nobody is promised more time than there is.
 */
export function distance(from: Temporal.Instant, to: Temporal.Instant): string {
  const seconds = Math.trunc((to.epochMilliseconds - from.epochMilliseconds) / 1000);
  const days = inParis(from).toPlainDate().until(inParis(to).toPlainDate(), { largestUnit: 'day' }).days;
  const minutes = Math.trunc(Math.abs(seconds) / 60);
  if (minutes < 60) return minutes < 1 ? atOnce(seconds) : fromNow(seconds, plural(minutes, 'minute', 'minutes'));
  if (days === 0) return fromNow(seconds, plural(Math.trunc(minutes / 60), 'heure', 'heures'));
  if (Math.abs(days) === 1) return `${days === 1 ? 'demain' : 'hier'} à ${clockTime(to)}`;
  return fromNow(seconds, plural(Math.abs(days), 'jour', 'jours'));
}

/**
 * How far the end of a window is, beside the words of `endInWords`: one that ends at midnight is counted to its last whole day, `dans 15 jours`,
 * `demain`, and on that day to its very end.
 */
export function distanceToEnd(from: Temporal.Instant, end: Temporal.Instant): string {
  const lastDay = dayBeforeMidnight(end);
  if (lastDay === null || Temporal.Instant.compare(from, end) >= 0) return distance(from, end);
  const days = inParis(from).toPlainDate().until(lastDay.toPlainDate(), { largestUnit: 'day' }).days;
  if (days > 1) return fromNow(1, plural(days, 'jour', 'jours'));
  if (days === 1) return 'demain';
  const minutes = Math.trunc((end.epochMilliseconds - from.epochMilliseconds) / 60_000);
  return minutes < 60 ? distance(from, end) : fromNow(1, plural(Math.trunc(minutes / 60), 'heure', 'heures'));
}

function fromNow(seconds: number, amount: string): string {
  return seconds < 0 ? `il y a ${amount}` : `dans ${amount}`;
}

function atOnce(seconds: number): string {
  return seconds > 0 ? "dans moins d'une minute" : "à l'instant";
}

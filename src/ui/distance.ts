import { clockTime, inParis } from './dates.ts';
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

function fromNow(seconds: number, amount: string): string {
  return seconds < 0 ? `il y a ${amount}` : `dans ${amount}`;
}

function atOnce(seconds: number): string {
  return seconds > 0 ? "dans moins d'une minute" : "à l'instant";
}

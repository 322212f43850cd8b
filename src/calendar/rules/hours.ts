/** How long and when, as people write it: « 2 h 30 », « 2h30 », « 02:30 », « 45 min », « 150 ». */

const HOURS = /^(\d{1,2})\s*(?:h|:)\s*(\d{1,2})?(?:\s*(?:min|mn))?$/i;
const MINUTES = /^(\d{1,3})\s*(?:min|mn|minutes?)?$/i;

/** In minutes; null: unreadable, or none. */
export function minutesIn(text: string): number | null {
  const bare = tidy(text);
  const hours = HOURS.exec(bare);
  const rest = Number(hours?.[2] ?? 0);
  const minutes = hours === null ? Number(MINUTES.exec(bare)?.[1] ?? 0) : rest > 59 ? 0 : Number(hours[1]) * 60 + rest;
  return minutes > 0 ? minutes : null;
}

/**
 * Of a duration as a regulation prints it, where it is one figure: what stands in brackets explains it. « 5 à 6 h », « 15 min au
 * plus » and « environ 3 h » are none: nothing can differ from them.
 */
export function minutesOfRegulation(duration: string | null): number | null {
  const figure = tidy(duration ?? '').replace(/\s*\([^()]*\)$/, '');
  return /[hm]/i.test(figure) ? minutesIn(figure) : null;
}

/** An hour of the day: `09:05`; null: unreadable. */
export function hourIn(text: string): string | null {
  const parts = /^(\d{1,2})\s*(?:h|:)\s*(\d{1,2})?(?::00)?$/i.exec(tidy(text));
  const [hour, minute] = [Number(parts?.[1] ?? 99), Number(parts?.[2] ?? 0)];
  return hour > 23 || minute > 59 ? null : `${twoFigures(hour)}:${twoFigures(minute)}`;
}

export function twoFigures(figure: number): string {
  return String(figure).padStart(2, '0');
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

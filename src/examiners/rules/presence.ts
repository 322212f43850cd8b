import { hourIn } from '../../calendar/index.ts';
import { inParis, PARIS } from '../../platform/time.ts';
import type { Board } from '../examiners.ts';

/** What somebody there says of one member: came, from when until when; or didn't. */
export type Presence =
  | { readonly came: true; readonly from: Temporal.Instant; readonly to: Temporal.Instant }
  | { readonly came: false };
export type PresenceFault = 'from-unreadable' | 'to-unreadable' | 'ends-before';

/** As a form says it; null: nothing was said. Hours are of the day on which the board begins. */
export function readPresence(
  { startsAt }: Pick<Board, 'startsAt'>,
  { came, from, to }: { readonly came: string; readonly from: string; readonly to: string },
): Presence | PresenceFault | null {
  if (came === 'non') return { came: false };
  if (came !== 'oui') return null;
  const [first, last] = [hourIn(from), hourIn(to)];
  if (first === null) return 'from-unreadable';
  if (last === null) return 'to-unreadable';
  const day = inParis(startsAt).toPlainDate();
  const at = (hour: string): Temporal.Instant =>
    day.toZonedDateTime({ timeZone: PARIS, plainTime: Temporal.PlainTime.from(hour) }).toInstant();
  if (Temporal.Instant.compare(at(first), at(last)) >= 0) return 'ends-before';
  return { came: true, from: at(first), to: at(last) };
}

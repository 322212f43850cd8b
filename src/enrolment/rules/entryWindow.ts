import { PARIS, parisDay } from '../../platform/time.ts';
import type { TypedEntry } from '../entry.ts';
import type { Window } from './window.ts';

type Asked = Pick<TypedEntry, 'way' | 'receivedOn'>;
type Session = { readonly window: Window; readonly lastCorrectionAt: Temporal.Instant };

/** When what came on paper counts as begun: with its day, or with the opening if that falls in it (CRPA L112-1). */
export function entryBegunAt({ receivedOn }: Pick<Asked, 'receivedOn'>, { opensAt }: Window): Temporal.Instant {
  return parisDay(opensAt).equals(receivedOn) ? opensAt : receivedOn.toZonedDateTime(PARIS).toInstant();
}

/**
 * Within which an officer may type what was asked. A paper that was posted or brought in time is typed when the office gets to it,
 * until nothing of the session can be corrected any more; nothing dates a telephone call but the officer's word, so it is typed while
 * the register is open. Whoever is carried over was registered in time, in the system in place.
 */
export function entryWindow(entry: Asked, { window, lastCorrectionAt }: Session): Window {
  const { opensAt, closesAt } = window;
  const isInTime = entry.way === 'carried' || Temporal.Instant.compare(entryBegunAt(entry, window), closesAt) < 0;
  if (entry.way === 'telephone' || !isInTime) return window;
  return { opensAt, closesAt: Temporal.Instant.compare(lastCorrectionAt, closesAt) > 0 ? lastCorrectionAt : closesAt };
}

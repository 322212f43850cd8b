import { type DayOff, dayOff } from '../../law/index.ts';
import { dayOf } from './moments.ts';

/** Why nobody answers the phone that day; null on an ordinary one. `at`: a wall clock or a day. */
export function dayOffAt(at: string): DayOff | null {
  const day = dayOf(at.slice(0, 10));
  return day === null ? null : dayOff(day);
}

import { type Result, refuse } from '../../platform/result.ts';
import { instantOfWallClock } from '../../platform/time.ts';
import { MOST } from '../publication.ts';

export type AnnouncedFault = 'hour-unreadable' | 'skipped-hour' | 'repeated-hour' | 'past' | 'too-far';

const HOUR = /^(\d{1,2})\s*(?:h|:|heures?)\s*(\d{2})?$/i;

/** The instant of a day and of an hour in Paris, such as `9 h`, `14 h 30` or `14:30`. */
export function readAnnounced(
  day: Temporal.PlainDate,
  hour: string,
  now: Temporal.Instant,
): Result<Temporal.Instant, AnnouncedFault> {
  const [, hours = '', minutes = '00'] = HOUR.exec(hour.replaceAll(/[\u00a0\u202f]/g, ' ').trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return refuse('hour-unreadable');
  const read = instantOfWallClock(`${day}T${hours.padStart(2, '0')}:${minutes}`);
  if (!read.ok) return refuse(read.error.code === 'unreadable' ? 'hour-unreadable' : read.error.code);
  if (Temporal.Instant.compare(read.value, now) <= 0) return refuse('past');
  const last = now.add({ hours: MOST.daysAhead * 24 });
  return Temporal.Instant.compare(read.value, last) > 0 ? refuse('too-far') : read;
}

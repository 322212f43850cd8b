import { A_THIRD, minutesWithExtra } from '../../law/index.ts';
import type { HeldTime } from '../../places/index.ts';
import { PARIS, parisDay } from '../../platform/time.ts';

/**
 * No text was found that says until when somebody may compose. After this hour centres are closed and the last trains leave, so a person looks: a written
 * test may begin an hour earlier, a long one take more days (circulaire 2015-127).
 */
const EVENING = '20:00';

/** Before it, nobody has opened a centre and no train has come in: a slip of the hand, or somebody looks. */
const MORNING = '07:00';

/** Does it begin before seven in the morning, in Paris? */
export function beginsEarly({ startsAt }: Pick<HeldTime, 'startsAt'>): boolean {
  const morning = parisDay(startsAt).toZonedDateTime({ timeZone: PARIS, plainTime: MORNING }).toInstant();
  return Temporal.Instant.compare(startsAt, morning) < 0;
}

/** Does it end after eight in the evening of the day on which it began, in Paris? */
export function endsLate({ startsAt, endsAt }: Readonly<Record<'startsAt' | 'endsAt', Temporal.Instant>>): boolean {
  const evening = parisDay(startsAt).toZonedDateTime({ timeZone: PARIS, plainTime: EVENING }).toInstant();
  return Temporal.Instant.compare(endsAt, evening) > 0;
}

/** When whoever has a third more time ends, where that is late; null: it isn't, or a board has said until when it calls. */
export function lateWithAThird({ startsAt, minutes, uncounted, until }: HeldTime): Temporal.Instant | null {
  const endsAt = startsAt.add({ minutes: minutesWithExtra(minutes, A_THIRD, uncounted) });
  return until === null && endsLate({ startsAt, endsAt }) ? endsAt : null;
}

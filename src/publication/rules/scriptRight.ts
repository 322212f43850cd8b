import { LEAST_DAYS, type ScriptScan, SHOWN_DAYS } from '../scripts.ts';

/**
 * The last day on which a script that is sent on a day is shown: the last on which it may be asked for, where the rules say one, and no
 * less than some days from its coming.
 */
export function shownUntil(lastToAsk: Temporal.PlainDate | null, sentOn: Temporal.PlainDate): Temporal.PlainDate {
  if (lastToAsk === null) return sentOn.add({ days: SHOWN_DAYS });
  const least = sentOn.add({ days: LEAST_DAYS });
  return Temporal.PlainDate.compare(lastToAsk, least) < 0 ? least : lastToAsk;
}

/** How a script stands for its candidate: it may be read, waits for the antivirus, is lost and will be sent again, or its time is over. */
export function standingOf(
  { scan, fault, until }: Pick<ScriptScan, 'scan' | 'fault' | 'until'>,
  today: Temporal.PlainDate,
): 'shown' | 'waiting' | 'lost' | 'over' {
  if (Temporal.PlainDate.compare(until, today) < 0) return 'over';
  if (scan === 'infected' || fault !== null) return 'lost';
  return scan === 'waiting' ? 'waiting' : 'shown';
}

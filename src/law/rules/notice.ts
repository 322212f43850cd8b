import { LENGTHS } from '../lengths.ts';

type Day = Temporal.PlainDate;

/** What was deposited on line with the person's agreement, and isn't read (CRPA R112-20). */
export type DeemedNotice = {
  /** The last day on which a reading still comes first; the day of the deposit isn't counted. */
  readonly lastToRead: Day;
  /** The day on which it is then deemed notified: that of its deposit. */
  readonly on: Day;
  readonly saidFrom: Day;
};

export function deemedNotice(depositedOn: Day): DeemedNotice {
  const lastToRead = depositedOn.add(LENGTHS.unread);
  return { lastToRead, on: depositedOn, saidFrom: lastToRead.add({ days: 1 }) };
}

/**
 * Since when a registered letter has notified: the day when it was handed over; never fetched, the day when it was first presented
 * (Conseil d'État, 24 April 2012, no. 341146, second-hand). Null: it notified nothing, or nobody knows the day yet.
 */
export function noticeByLetter(letter: {
  readonly outcome: 'received' | 'unclaimed' | 'unknown' | null;
  readonly presentedOn: Day | null;
  readonly outcomeOn: Day | null;
}): Day | null {
  if (letter.outcome === 'received') return letter.outcomeOn;
  return letter.outcome === 'unclaimed' ? letter.presentedOn : null;
}

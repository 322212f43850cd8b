import { dayOfSending } from '../../law/index.ts';

export type PostFault =
  /** It can't have arrived after today, nor before it was posted, nor have been written before what it is about. */
  'received-ahead' | 'posted-after' | 'before-known';

/** Why a letter can't have come as somebody types; null: it can. */
export function whyNotCome(
  letter: { readonly postedOn: Temporal.PlainDate | null; readonly receivedOn: Temporal.PlainDate },
  { today, knownOn }: { readonly today: Temporal.PlainDate; readonly knownOn: Temporal.PlainDate },
): PostFault | null {
  const { postedOn, receivedOn } = letter;
  const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) > 0;
  if (isAfter(receivedOn, today)) return 'received-ahead';
  if (postedOn !== null && isAfter(postedOn, receivedOn)) return 'posted-after';
  return isAfter(knownOn, dayOfSending(letter)) ? 'before-known' : null;
}

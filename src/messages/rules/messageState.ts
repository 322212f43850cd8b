import type { Message, Settlement } from '../message.ts';

/** What became of a message of the candidate. */
export type MessageState =
  | { readonly is: 'waiting' }
  | { readonly is: 'answered'; readonly at: Temporal.Instant }
  | { readonly is: 'settled'; readonly at: Temporal.Instant };

/** Answered by the first answer after it, unless somebody said before that it needs none. Both lists in the order of places. */
export function standingOf(
  { place }: Pick<Message, 'place'>,
  answers: readonly Pick<Message, 'place' | 'at'>[],
  settlements: readonly Settlement[],
): MessageState {
  const answer = answers.find((one) => one.place > place);
  const settled = settlements.find(({ upTo }) => upTo >= place);
  // What was settled up to a place stood before the answer that bears a greater one.
  if (settled !== undefined && (answer === undefined || settled.upTo < answer.place))
    return { is: 'settled', at: settled.at };
  return answer === undefined ? { is: 'waiting' } : { is: 'answered', at: answer.at };
}

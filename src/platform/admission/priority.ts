/**
 * What waits first when a node can't keep up, in this order: what can be put off (figures, exports, previews, small pictures), what is only looked
 * at, a new account, signing in, going on with a file; last of all what is sent, signed or deposited.
 */
export const PRIORITIES = ['later', 'browse', 'account', 'sign-in', 'continue', 'deliver'] as const;

export type Priority = (typeof PRIORITIES)[number];

/** So many of the priorities wait: 0 none, 6 all. */
export type Level = number;

export const MOST: Level = PRIORITIES.length;

export function rankOf(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}

/** The level from which it waits. */
export function levelOf(priority: Priority): Level {
  return rankOf(priority) + 1;
}

import { inParis } from '../../platform/time.ts';
import { NAMES_SHOWN_DAYS, type Told, type ToldMember } from '../convening.ts';
import { taskOf } from '../examiners.ts';

/** Whether somebody is still asked to come there, as they were told. */
export function isExpected({ state, told }: Pick<ToldMember, 'state' | 'told'>): boolean {
  return told !== null && told.cancelled !== true && (state === 'convened' || state === 'accepted');
}

/** Their place on one board: who left it and was asked again has two, of which the one that lasts counts, else the last. */
export function lastPlace(members: readonly ToldMember[], board: string): ToldMember | null {
  const theirs = members.filter(({ boardId, told }) => boardId === board && told !== null);
  return theirs.find(isExpected) ?? theirs.findLast(({ state }) => state === 'declined') ?? theirs.at(-1) ?? null;
}

/** Whether it marks a part of a sheet without the candidates, by number. */
export function isApart({ held, name = '' }: Pick<Told, 'held' | 'name'>): boolean {
  return held !== 'jury' && name !== '';
}

/**
 * Whether they read whom the board examines: those who come, of a board (a hall has its lists at the centre), from some days before until the
 * evening of its day.
 */
export function areNamesShown(member: Pick<ToldMember, 'state' | 'told'>, now: Temporal.Instant): boolean {
  const { told } = member;
  if (told === null || !isExpected(member) || taskOf(told) !== 'board' || isApart(told)) return false;
  const first = inParis(Temporal.Instant.from(told.startsAt)).toPlainDate().subtract({ days: NAMES_SHOWN_DAYS });
  const last = inParis(Temporal.Instant.from(told.endsAt)).toPlainDate();
  const today = inParis(now).toPlainDate();
  return Temporal.PlainDate.compare(first, today) <= 0 && Temporal.PlainDate.compare(today, last) <= 0;
}

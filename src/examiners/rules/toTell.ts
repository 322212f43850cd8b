import type { Told, ToldMember } from '../convening.ts';
import type { ExaminerId } from '../examiners.ts';

/** Why somebody is written to: never told of a board; told something else than what stands; needn't come any more. */
export type ToTell = 'new' | 'moved' | 'gone';

const PLACE = ['centre', 'address', 'city', 'room'] as const satisfies readonly (keyof Told)[];

/** Whether two say the same place and hours. What is examined there changes nothing of when somebody is to be where. */
export function isSame(one: Told, other: Told): boolean {
  return (
    PLACE.every((field) => one[field] === other[field]) &&
    Temporal.Instant.compare(one.startsAt, other.startsAt) === 0 &&
    Temporal.Instant.compare(one.endsAt, other.endsAt) === 0
  );
}

function isAhead(instant: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(instant), now) > 0;
}

/** What somebody is still to be told of one of their places; null: they know what stands, or it is over. */
export function whatToTell(
  { state, told, stands }: Pick<ToldMember, 'state' | 'told' | 'stands'>,
  now: Temporal.Instant,
): ToTell | null {
  // Who said that they can't come waits for nothing.
  if (state === 'declined') return null;
  if (told === null) return state !== 'released' && stands !== null && isAhead(stands.endsAt, now) ? 'new' : null;
  if (told.cancelled === true || !isAhead(told.endsAt, now)) return null;
  if (state === 'released' || stands === null) return 'gone';
  return isSame(told, stands) || !isAhead(stands.endsAt, now) ? null : 'moved';
}

/** What they were told that is still ahead; of what they said no to, nothing. */
export function stillTold(
  members: readonly ToldMember[],
  now: Temporal.Instant,
): readonly (ToldMember & { readonly told: Told })[] {
  return members.flatMap((one) =>
    one.told !== null && one.state !== 'declined' && isAhead(one.told.endsAt, now) ? [{ ...one, told: one.told }] : [],
  );
}

/** What one person is still to be told. */
export type Due = ToldMember & { readonly why: ToTell };

/** All that is to be told at a session, by person. */
export function duePeople(
  members: readonly ToldMember[],
  now: Temporal.Instant,
): ReadonlyMap<ExaminerId, readonly Due[]> {
  const due = members.flatMap((one) => {
    const why = whatToTell(one, now);
    return why === null ? [] : [{ ...one, why }];
  });
  return Map.groupBy(due, ({ examinerId }) => examinerId);
}

/** Whether somebody who is employed is told later than the days before which their employer is asked. */
export function isLate(
  first: Temporal.Instant,
  { now, days }: { readonly now: Temporal.Instant; readonly days: number | null },
): boolean {
  return days !== null && Temporal.Instant.compare(first, now.add({ hours: 24 * days })) < 0;
}

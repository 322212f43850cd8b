import type { JuryRules } from '../../catalogue/index.ts';
import type { Member, Moment } from '../jury.ts';
import { type CompositionObstacle, compositionOf } from './composition.ts';

/** Why a jury can't decide at a moment: nobody opened its sitting, it is suspended or over; or who is there isn't enough, since then. */
export type NotDeliberating =
  | { readonly code: 'not-sitting'; readonly why: 'not-open' | 'paused' | 'ended' }
  | { readonly code: 'not-in-number'; readonly lacks: readonly Lack[]; readonly since: Temporal.Instant };
export type Lack = Exclude<CompositionObstacle, 'presence-unsaid'> | 'no-quorum';

/** Hours are written to the minute. */
export function toTheMinute(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

/** The members as they were at a moment. */
export function membersAt(members: readonly Member[], { there }: Moment): readonly Member[] {
  return members.map((one) => ({ ...one, present: there.includes(one.id) }));
}

function whyNotAt(moment: Moment, members: readonly Member[], rules: JuryRules): NotDeliberating | null {
  if (moment.sitting !== 'open') return { code: 'not-sitting', why: moment.sitting };
  const composition = compositionOf(membersAt(members, moment), rules);
  const lacks: readonly Lack[] = [
    ...composition.obstacles.filter((one) => one !== 'presence-unsaid'),
    ...(moment.quorum ? [] : (['no-quorum'] as const)),
  ];
  return lacks.length === 0 ? null : { code: 'not-in-number', lacks, since: moment.at };
}

/** Why the jury can't decide now; null: it can. `moments` in their order. */
export function whyNotNow(
  moments: readonly Moment[],
  members: readonly Member[],
  rules: JuryRules,
): NotDeliberating | null {
  const last = moments.at(-1);
  return last === undefined ? { code: 'not-sitting', why: 'not-open' } : whyNotAt(last, members, rules);
}

/**
 * Why it couldn't decide at an instant. In a minute in which something changed it is enough that it could before or after: nobody can
 * tell which came first.
 */
export function whyNotDeliberating(
  moments: readonly Moment[],
  members: readonly Member[],
  rules: JuryRules,
  instant: Temporal.Instant,
): NotDeliberating | null {
  const minute = toTheMinute(instant);
  const until = moments.filter(({ at }) => Temporal.Instant.compare(at, minute) <= 0);
  const changes = until.filter(({ at }) => at.equals(minute)).length;
  const whys = Array.from({ length: changes + 1 }, (_, later) =>
    whyNotNow(until.slice(0, until.length - later), members, rules),
  );
  return whys.includes(null) ? null : (whys[0] ?? null);
}

/** From one hour to another; `to` null: not over. */
export type Stretch = { readonly from: Temporal.Instant; readonly to: Temporal.Instant | null };

/** When the jury sat, without its pauses. */
export function sittingHours(moments: readonly Moment[]): readonly Stretch[] {
  return stretchesOf(moments, ({ sitting }) => sitting === 'open');
}

/** When a member was there, from their coming to their leaving or the end: a pause isn't a leaving. */
export function presenceHours(moments: readonly Moment[], member: string): readonly Stretch[] {
  return stretchesOf(moments, ({ sitting, there }) => sitting !== 'ended' && there.includes(member));
}

function stretchesOf(moments: readonly Moment[], holds: (moment: Moment) => boolean): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const moment of moments) {
    const open = found.at(-1)?.to === null ? found.at(-1) : undefined;
    if (holds(moment) && open === undefined) found.push({ from: moment.at, to: null });
    if (!holds(moment) && open !== undefined) found[found.length - 1] = { ...open, to: moment.at };
  }
  // What lasted less than a minute is told where there is nothing else to tell.
  const lasting = found.filter(({ from, to }) => to === null || !to.equals(from));
  return lasting.length > 0 ? lasting : found.slice(0, 1);
}

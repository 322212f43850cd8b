import { type Phase, phaseOf, type ResolvedSession } from '../../catalogue/index.ts';
import { inParis } from '../../platform/time.ts';

type Dated = Pick<ResolvedSession, 'window' | 'examStartsOn' | 'zone'> & {
  readonly demonstration?: boolean;
};

/** The exam is over or has begun: nobody waits for its register any more. */
export function hasBegun({ examStartsOn, zone }: Dated, now: Temporal.Instant): boolean {
  return Temporal.PlainDate.compare(examStartsOn.on, now.toZonedDateTimeISO(zone).toPlainDate()) <= 0;
}

/**
 * The sessions that matter today: open ones (the first to close first), those that open within a year, those whose register
 * is closed and whose exam is still to come. When there is none, the last one, so that a page can say what it was.
 */
export function sessionsOfToday<One extends Dated>(sessions: readonly One[], now: Temporal.Instant): readonly One[] {
  const phases = Map.groupBy(sessions, (session) => phaseOf(session, now));
  const within = (phase: Phase): readonly One[] => phases.get(phase) ?? [];
  const inAYear = inParis(now).add({ years: 1 }).toInstant();
  const found = [
    ...within('open').toSorted(byClosing),
    ...within('closed')
      .filter((session) => !hasBegun(session, now))
      .toSorted((a, b) => byClosing(b, a)),
    ...within('coming')
      .filter(({ window }) => Temporal.Instant.compare(window.opensAt, inAYear) < 0)
      .toSorted(byOpening),
  ];
  // One to try things in stands behind those of an exam that will be sat.
  const behind = (one: One): number => (one.demonstration === true ? 1 : 0);
  if (found.length > 0) return found.toSorted((a, b) => behind(a) - behind(b));
  return [...within('coming').toSorted(byOpening), ...within('closed').toSorted((a, b) => byClosing(b, a))].slice(0, 1);
}

/** The session that people mean when they say « la session », or null when the pack has none. */
export function currentSession<One extends Dated>(sessions: readonly One[], now: Temporal.Instant): One | null {
  return sessionsOfToday(sessions, now)[0] ?? null;
}

/**
 * The session that an office works on: what matters today as long as its register is open or its exam to come; then, until the next register
 * opens, the one that was closed last, whose marks and results are under way.
 */
export function sessionAtWork<One extends Dated>(sessions: readonly One[], now: Temporal.Instant): One | null {
  const opened = sessions.filter((one) => one.demonstration !== true && phaseOf(one, now) !== 'coming');
  const current = currentSession(sessions, now);
  if (current !== null && phaseOf(current, now) !== 'coming') return current;
  return opened.toSorted((a, b) => byClosing(b, a))[0] ?? current;
}

/** How pressing the deadline is. Never `danger` before the last 24 hours. */
export function urgency({ window }: Dated, now: Temporal.Instant): 'calm' | 'soon' | 'last-hours' {
  const hours = now.until(window.closesAt, { largestUnit: 'hour' }).hours;
  if (hours < 24) return 'last-hours';
  return hours < 7 * 24 ? 'soon' : 'calm';
}

function byOpening(a: Dated, b: Dated): number {
  return Temporal.Instant.compare(a.window.opensAt, b.window.opensAt);
}

function byClosing(a: Dated, b: Dated): number {
  return Temporal.Instant.compare(a.window.closesAt, b.window.closesAt);
}

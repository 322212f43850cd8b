import { phaseOf, type ResolvedSession } from '../../../catalogue/index.ts';
import { parisDay } from '../../../platform/time.ts';
import { type Deadline, deadlinesOf, nearestDeadline } from './nearestDeadline.ts';

/** Two months to appeal against results: until then an office is at work on them. */
const AFTER = { months: 2 };

/**
 * The sessions that an office is at work on, from their opening to two months after their last date: the one whose next date is nearest in
 * front, those of a demonstration behind. While it is at work on none, the next that opens; else the last that was.
 */
export function sessionsInView(
  sessions: readonly ResolvedSession[],
  now: Temporal.Instant,
): readonly ResolvedSession[] {
  const begun = sessions.filter((session) => phaseOf(session, now) !== 'coming');
  const running = begun.filter(
    (session) => Temporal.PlainDate.compare(parisDay(now), lastDayOf(session).add(AFTER)) <= 0,
  );
  const next = (session: ResolvedSession): number =>
    nearestDeadline([session], now)?.at.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  if (running.length > 0)
    return running.toSorted((a, b) => Number(a.demonstration) - Number(b.demonstration) || next(a) - next(b));
  const [coming, last] = [
    sessions.filter((one) => !begun.includes(one)).toSorted(byOpening)[0],
    begun.toSorted(byOpening).at(-1),
  ];
  return [coming ?? last].filter((one) => one !== undefined);
}

function byOpening(a: ResolvedSession, b: ResolvedSession): number {
  return Temporal.Instant.compare(a.window.opensAt, b.window.opensAt);
}

function lastDayOf(session: ResolvedSession): Temporal.PlainDate {
  const days = deadlinesOf(session).map(({ at }) => parisDay(at));
  return days.reduce((one, other) => (Temporal.PlainDate.compare(one, other) >= 0 ? one : other));
}

/** A date on the line of a session; `at` null: its results, announced for no day yet. */
export type SessionDate = Omit<Deadline, 'kind' | 'at'> & {
  readonly kind: Deadline['kind'] | 'opening';
  readonly at: Temporal.Instant | null;
};

/** The dates of a session in their order; the pieces that are due with all the others, at the closing, are not said again. */
export function datesOf(session: ResolvedSession, published: Temporal.Instant | null): readonly SessionDate[] {
  const { opensAt, closesAt } = session.window;
  const results = published ?? session.resultsAt.at;
  const others = deadlinesOf(session).filter(
    ({ kind, at }) => kind !== 'results' && (kind !== 'pieces' || !at.equals(closesAt)),
  );
  const dated = [{ kind: 'opening' as const, session, group: null, at: opensAt }, ...others].toSorted((a, b) =>
    Temporal.Instant.compare(a.at, b.at),
  );
  return [...dated, { kind: 'results', session, group: null, at: results }];
}

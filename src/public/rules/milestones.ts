import type { ResolvedPieceGroup, ResolvedSession } from '../../catalogue/index.ts';

/** When: an instant, a day, or only a month where the day isn't settled. */
export type MilestoneDate =
  | { readonly kind: 'instant'; readonly instant: Temporal.Instant }
  | { readonly kind: 'day'; readonly day: Temporal.PlainDate }
  | { readonly kind: 'month'; readonly month: Temporal.PlainYearMonth };

/**
 * What happens: `pieces` are the groups that must be in before that instant, with what happens to who misses it. `code` is
 * the first group's, by which the deadline is known again when it moves.
 */
export type Event =
  | { readonly kind: 'opening' | 'closing' | 'corrections' | 'exam' | 'results'; readonly settled: boolean }
  | { readonly kind: 'pieces-open'; readonly code: string; readonly groups: readonly string[] }
  | { readonly kind: 'pieces'; readonly code: string; readonly due: readonly DueMilestone[] };

/** Groups of pieces with one sanction. */
export type DueMilestone = {
  readonly groups: readonly string[];
  readonly sanction: string;
  readonly help: string | null;
};

export type Milestone = { readonly when: MilestoneDate; readonly past: boolean; readonly events: readonly Event[] };

type Dated = { readonly when: MilestoneDate; readonly at: Temporal.Instant; readonly events: readonly Event[] };

/** The dates of a session in their order, one line an instant. Results without a date are not there. */
export function milestonesOf(session: ResolvedSession, now: Temporal.Instant): readonly Milestone[] {
  const { window, correctionsEndAt, resultsAt } = session;
  const at = (instant: Temporal.Instant, ...events: readonly Event[]): Dated => ({
    when: { kind: 'instant', instant },
    at: instant,
    events,
  });
  const lines: readonly Dated[] = [
    at(window.opensAt, { kind: 'opening', settled: true }),
    at(window.closesAt, { kind: 'closing', settled: true }),
    ...groupOpenings(session).map(({ instant, code, groups }) => at(instant, { kind: 'pieces-open', code, groups })),
    ...groupDeadlines(session).map(({ instant, code, due }) => at(instant, { kind: 'pieces', code, due })),
    at(correctionsEndAt.at, { kind: 'corrections', settled: isSettled(correctionsEndAt.confidence) }),
    examOf(session),
    ...(resultsAt.at === null ? [] : [at(resultsAt.at, { kind: 'results', settled: isSettled(resultsAt.confidence) })]),
  ];
  return together(lines, (line) => line.at.epochMilliseconds)
    .toSorted((a, b) => Temporal.Instant.compare(a.first.at, b.first.at))
    .map(({ first: { when }, all }) => ({
      when,
      past: isPast(when, session, now),
      events: all.flatMap(({ events }) => events),
    }));
}

/** What bears the same key, under the first of them, in the order of the first ones. */
function together<T, Key>(
  items: readonly T[],
  keyOf: (item: T) => Key,
): readonly { readonly first: T; readonly all: readonly T[] }[] {
  return [...Map.groupBy(items, keyOf).values()].flatMap((all) => all.slice(0, 1).map((first) => ({ first, all })));
}

/** Facts that we worked out ourselves are announced as such, and without false exactness. */
function isSettled(confidence: ResolvedSession['examStartsOn']['confidence']): boolean {
  return confidence === 'official' || confidence === 'notice' || confidence === 'secondary';
}

function examOf({ examStartsOn: { on, confidence }, zone }: ResolvedSession): Dated {
  const settled = isSettled(confidence);
  return {
    when: settled ? { kind: 'day', day: on } : { kind: 'month', month: on.toPlainYearMonth() },
    at: on.toZonedDateTime(zone).toInstant(),
    events: [{ kind: 'exam', settled }],
  };
}

function groupOpenings({ window, pieceGroups }: ResolvedSession) {
  const later = pieceGroups.filter(({ opensAt }) => !opensAt.equals(window.opensAt));
  return together(later, ({ opensAt }) => opensAt.epochMilliseconds).map(({ first: { opensAt, code }, all }) => ({
    instant: opensAt,
    code,
    groups: all.map(({ label }) => label),
  }));
}

function groupDeadlines({ pieceGroups }: ResolvedSession) {
  return together(pieceGroups, ({ dueAt }) => dueAt.epochMilliseconds).map(({ first: { dueAt, code }, all }) => ({
    instant: dueAt,
    code,
    due: dueOf(all),
  }));
}

/** Groups with the same sanction are named together: the notice says it once. */
function dueOf(groups: readonly ResolvedPieceGroup[]): readonly DueMilestone[] {
  return together(groups, ({ sanction, help }) => `${sanction}\n${help}`).map(({ first: { sanction, help }, all }) => ({
    groups: all.map(({ label }) => label),
    sanction,
    help: help ?? null,
  }));
}

function isPast(when: MilestoneDate, { zone }: ResolvedSession, now: Temporal.Instant): boolean {
  if (when.kind === 'instant') return Temporal.Instant.compare(when.instant, now) <= 0;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return when.kind === 'day'
    ? Temporal.PlainDate.compare(when.day, today) < 0
    : Temporal.PlainYearMonth.compare(when.month, today.toPlainYearMonth()) < 0;
}

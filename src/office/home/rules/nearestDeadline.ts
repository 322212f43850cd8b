import { phaseOf, type ResolvedSession } from '../../../catalogue/index.ts';

export type Deadline = {
  readonly kind: 'closing' | 'pieces' | 'corrections' | 'exam' | 'results';
  readonly session: ResolvedSession;
  /** Of the group of pieces that is due. */
  readonly group: string | null;
  readonly at: Temporal.Instant;
};

/** The next instant that closes or begins something, over these sessions; null when all are past. */
export function nearestDeadline(sessions: readonly ResolvedSession[], now: Temporal.Instant): Deadline | null {
  const ahead = sessions.flatMap(deadlinesOf).filter(({ at }) => Temporal.Instant.compare(at, now) > 0);
  return ahead.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))[0] ?? null;
}

/** What closes or begins something in a session, whatever its order. */
export function deadlinesOf(session: ResolvedSession): readonly Deadline[] {
  return [
    { kind: 'closing', session, group: null, at: session.window.closesAt },
    ...session.pieceGroups.map((one) => ({ kind: 'pieces' as const, session, group: one.label, at: one.dueAt })),
    { kind: 'corrections', session, group: null, at: session.correctionsEndAt.at },
    { kind: 'exam', session, group: null, at: beginningOf(session) },
    ...(session.resultsAt.at === null
      ? []
      : [{ kind: 'results' as const, session, group: null, at: session.resultsAt.at }]),
  ];
}

/** The session whose tests have begun, the last of several, as long as no register is open: an office works on nothing else then. */
export function sessionAtExam(sessions: readonly ResolvedSession[], now: Temporal.Instant): ResolvedSession | null {
  const real = sessions.filter(({ demonstration }) => !demonstration);
  if (real.some((one) => phaseOf(one, now) === 'open')) return null;
  const begun = real.filter((one) => Temporal.Instant.compare(beginningOf(one), now) <= 0);
  return begun.toSorted((a, b) => Temporal.Instant.compare(beginningOf(b), beginningOf(a)))[0] ?? null;
}

/** Midnight of its first test's day, where it is held. */
export function beginningOf({ examStartsOn, zone }: ResolvedSession): Temporal.Instant {
  return examStartsOn.on.toZonedDateTime(zone).toInstant();
}

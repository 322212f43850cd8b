import type { ResolvedSession } from '../../catalogue/index.ts';

export type Deadline = {
  readonly kind: 'opening' | 'closing' | 'pieces' | 'corrections';
  readonly session: ResolvedSession;
  /** Of the group of pieces that is due. */
  readonly group: string | null;
  readonly at: Temporal.Instant;
};

/**
 * The next instant that opens or closes something, over these sessions; of one to try things in only where the others have none. Null
 * when all are past.
 */
export function nearestDeadline(sessions: readonly ResolvedSession[], now: Temporal.Instant): Deadline | null {
  const tried = (one: ResolvedSession): boolean => one.demonstration;
  const real = sessions.filter((one) => !tried(one));
  return nextOf(real, now) ?? nextOf(sessions.filter(tried), now);
}

function nextOf(sessions: readonly ResolvedSession[], now: Temporal.Instant): Deadline | null {
  const all = sessions.flatMap((session): readonly Deadline[] => [
    { kind: 'opening', session, group: null, at: session.window.opensAt },
    { kind: 'closing', session, group: null, at: session.window.closesAt },
    ...session.pieceGroups.map((one) => ({ kind: 'pieces' as const, session, group: one.label, at: one.dueAt })),
    { kind: 'corrections', session, group: null, at: session.correctionsEndAt.at },
  ]);
  const ahead = all.filter(({ at }) => Temporal.Instant.compare(at, now) > 0);
  return ahead.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))[0] ?? null;
}

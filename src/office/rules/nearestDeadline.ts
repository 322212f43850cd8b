import type { ResolvedSession } from '../../catalogue/index.ts';

export type Deadline = {
  readonly kind: 'closing' | 'pieces' | 'corrections';
  readonly session: ResolvedSession;
  /** Of the group of pieces that is due. */
  readonly group: string | null;
  readonly at: Temporal.Instant;
};

/** The next instant that closes something, over these sessions; null when all are past. */
export function nearestDeadline(sessions: readonly ResolvedSession[], now: Temporal.Instant): Deadline | null {
  const all = sessions.flatMap((session): readonly Deadline[] => [
    { kind: 'closing', session, group: null, at: session.window.closesAt },
    ...session.pieceGroups.map((one) => ({ kind: 'pieces' as const, session, group: one.label, at: one.dueAt })),
    { kind: 'corrections', session, group: null, at: session.correctionsEndAt.at },
  ]);
  const ahead = all.filter(({ at }) => Temporal.Instant.compare(at, now) > 0);
  return ahead.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))[0] ?? null;
}

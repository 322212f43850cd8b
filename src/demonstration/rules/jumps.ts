import type { ResolvedSession } from '../../catalogue/index.ts';

/** An instant of a session worth looking at. `null`: back to real time. */
export type Jump = { readonly code: JumpCode; readonly to: Temporal.Instant | null };
export type JumpCode = 'opening' | 'enrolling' | 'last-hour' | 'last-minute' | 'closed' | 'later-piece' | 'real-time';

type Dated = Pick<ResolvedSession, 'window' | 'pieceGroups' | 'zone' | 'demonstration'>;

/** Days from the opening to an ordinary morning of enrolment: 15 November for the notice's 12 October. */
const ORDINARY_DAY = 34;

/** The session that a story is told about: the notice's own, whose dates never move. */
export function storySession<One extends Dated>(sessions: readonly One[]): One | null {
  return sessions.find(({ demonstration }) => !demonstration) ?? sessions[0] ?? null;
}

/** The moments of a session, then real time; without a session, only that. */
export function jumpsOf(session: Dated | null): readonly Jump[] {
  return [...(session === null ? [] : momentsOf(session)), { code: 'real-time', to: null }];
}

function momentsOf(session: Dated): readonly Jump[] {
  const { opensAt, closesAt } = session.window;
  const later = session.pieceGroups.find(({ countsForValidation }) => !countsForValidation);
  return [
    { code: 'opening', to: opensAt },
    { code: 'enrolling', to: ordinaryMorning(session) },
    { code: 'last-hour', to: closesAt.subtract({ hours: 1 }) },
    { code: 'last-minute', to: closesAt.subtract({ minutes: 1 }) },
    { code: 'closed', to: closesAt.add({ hours: 1 }) },
    ...(later === undefined ? [] : [{ code: 'later-piece', to: later.dueAt } as const]),
  ];
}

function ordinaryMorning({ window, zone }: Dated): Temporal.Instant {
  const day = window.opensAt.toZonedDateTimeISO(zone).toPlainDate().add({ days: ORDINARY_DAY });
  const morning = day.toZonedDateTime({ timeZone: zone, plainTime: '10:00' }).toInstant();
  return Temporal.Instant.compare(morning, window.closesAt) < 0 ? morning : window.opensAt.add({ hours: 24 });
}

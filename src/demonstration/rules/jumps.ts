import type { ResolvedSession } from '../../catalogue/index.ts';
import { filledSessions } from './filledSessions.ts';

/** An instant of a session worth looking at. `null`: back to real time. */
export type Jump = { readonly code: JumpCode; readonly to: Temporal.Instant | null };
export type JumpCode =
  | 'opening'
  | 'enrolling'
  | 'last-hour'
  | 'last-minute'
  | 'closed'
  | 'later-piece'
  | 'results'
  | 'real-time';

type Dated = Pick<ResolvedSession, 'window' | 'pieceGroups' | 'zone' | 'demonstration'>;

/** Days from the opening to an ordinary morning of enrolment: 15 November for the notice's 12 October. */
const ORDINARY_DAY = 34;

/** The session that a story is told about: the notice's own, whose dates never move. */
export function storySession<One extends Dated>(sessions: readonly One[]): One | null {
  return sessions.find(({ demonstration }) => !demonstration) ?? sessions[0] ?? null;
}

/** What moments are found in. `announced`: when results that nobody reads yet will be read; null: none are. */
export type Story = {
  readonly sessions: readonly Dated[];
  readonly now: Temporal.Instant;
  readonly announced: Temporal.Instant | null;
};

/**
 * The moments of the session that a story is told about, then real time. Of a filled demonstration, its open session's that are still to come:
 * before, its people hadn't come.
 */
export function jumpsOf({ sessions, now, announced }: Story): readonly Jump[] {
  const filled = filledSessions(sessions);
  const session = filled?.open ?? storySession(sessions);
  const moments = session === null ? [] : momentsOf(session);
  const isOffered = ({ to }: Moment): boolean => filled === null || Temporal.Instant.compare(now, to) < 0;
  const results: readonly Moment[] = announced === null ? [] : [{ code: 'results', to: announced }];
  return [...moments.filter(isOffered), ...results, { code: 'real-time', to: null }];
}

type Moment = { readonly code: JumpCode; readonly to: Temporal.Instant };

function momentsOf(session: Dated): readonly Moment[] {
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

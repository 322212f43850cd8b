import { ok, type Result, refuse } from '../platform/result.ts';
import { instantOfWallClock } from '../platform/time.ts';
import type { PieceGroup, RelativeSession, Session } from './schema/session.ts';
import type { Confidence } from './schema/shape.ts';
import { texts } from './texts.ts';

type Sourced = { readonly source: string | null; readonly confidence: Confidence; readonly note?: string | undefined };

export type ResolvedPieceGroup = Omit<PieceGroup, 'opensAt' | 'dueAt'> & {
  readonly opensAt: Temporal.Instant;
  /** The instant before which the group must be in. */
  readonly dueAt: Temporal.Instant;
};

/** A session with its instants. Windows are half open: at the closing instant itself it is closed. */
export type ResolvedSession = Omit<
  Session,
  | 'window'
  | 'extended'
  | 'pieceGroups'
  | 'correctionsEndAt'
  | 'lastCorrectionAt'
  | 'examStartsOn'
  | 'continuousMarks'
  | 'resultsAt'
> & {
  readonly window: { readonly opensAt: Temporal.Instant; readonly closesAt: Temporal.Instant };
  /** The last extension after an incident; null: there was none. */
  readonly extended: { readonly closedAt: Temporal.Instant; readonly reason: string } | null;
  readonly pieceGroups: readonly ResolvedPieceGroup[];
  readonly correctionsEndAt: Sourced & { readonly at: Temporal.Instant };
  /** No correction time passes it, but one that a letter began, which is given in full (decision 103). */
  readonly lastCorrectionAt: Temporal.Instant;
  readonly examStartsOn: Sourced & { readonly on: Temporal.PlainDate };
  /** Until when establishments give the marks of continuous control, that day included; null: no day is fixed. */
  readonly continuousMarks: (Sourced & { readonly by: Temporal.PlainDate }) | null;
  readonly resultsAt: Sourced & { readonly at: Temporal.Instant | null };
  /** The last day of its exam's year: nothing of it is sat later. Moved with the others, so it may be any day of a relative session's. */
  readonly lastDay: Temporal.PlainDate;
  /** The session that this one was made from, or null. */
  readonly basedOn: string | null;
};

export type UnresolvableSession =
  | { readonly code: 'unreadable-hour'; readonly wallClock: string }
  | { readonly code: 'no-open-week' };

/** Resolves each wall clock in the session's zone, once. */
export function resolveSession(session: Session): Result<ResolvedSession, UnresolvableSession> {
  return resolveMoved(session, 0);
}

/** One week for a first try, then earlier ones where the change of clocks skips or repeats a moved hour. */
const TRIES = 3;

/**
 * A relative session made concrete: the base's hours and weekdays, moved by a whole number of weeks, the most that leaves
 * `openedDaysBefore` days between the opening and the anchor. `anchor` is the instant when it is first loaded: keep it.
 */
export function resolveRelativeSession(
  relative: RelativeSession,
  base: Session,
  anchor: Temporal.Instant,
): Result<ResolvedSession, UnresolvableSession> {
  const now = anchor.toZonedDateTimeISO(base.zone).toPlainDateTime();
  const latest = now.subtract({ days: relative.openedDaysBefore });
  const opening = Temporal.PlainDateTime.from(base.window.opensAt);
  const { days } = opening.until(latest, { largestUnit: 'days', smallestUnit: 'days', roundingMode: 'floor' });
  const weeks = Math.floor(days / 7);
  const phase: Phase = relative.isOver === true ? 'closed' : 'open';
  for (let earlier = 0; earlier < TRIES; earlier += 1) {
    const moved = resolveMoved(base, weeks - earlier);
    if (!moved.ok || phaseOf(moved.value, anchor) !== phase) continue;
    const year = moved.value.examStartsOn.on.year;
    return ok({
      ...moved.value,
      code: relative.code,
      basedOn: base.code,
      numberPrefix: relative.numberPrefix,
      demonstration: true,
      year,
      label: texts.sessionLabel(year),
      namesPublished: relative.namesPublished ?? base.namesPublished,
      switches: { ...base.switches, ...relative.switches },
    });
  }
  return refuse({ code: 'no-open-week' });
}

export type Phase = 'coming' | 'open' | 'closed';

/** Where the register of a session stands. Half open: at the closing instant itself it is closed. */
export function phaseOf({ window }: Pick<ResolvedSession, 'window'>, now: Temporal.Instant): Phase {
  if (Temporal.Instant.compare(now, window.opensAt) < 0) return 'coming';
  return Temporal.Instant.compare(now, window.closesAt) < 0 ? 'open' : 'closed';
}

function resolveMoved(session: Session, weeks: number): Result<ResolvedSession, UnresolvableSession> {
  const bad: string[] = [];
  const instant = (wallClock: string): Temporal.Instant => {
    const moved = Temporal.PlainDateTime.from(wallClock).add({ weeks }).toString({ smallestUnit: 'minute' });
    const found = instantOfWallClock(moved, session.zone);
    if (found.ok) return found.value;
    bad.push(moved);
    return Temporal.Instant.fromEpochMilliseconds(0);
  };
  const examStartsOn = Temporal.PlainDate.from(session.examStartsOn.on);
  const resolved: ResolvedSession = {
    ...session,
    basedOn: null,
    window: { opensAt: instant(session.window.opensAt), closesAt: instant(session.window.closesAt) },
    extended:
      session.extended === undefined ? null : { ...session.extended, closedAt: instant(session.extended.closedAt) },
    pieceGroups: session.pieceGroups.map((group) => ({
      ...group,
      opensAt: instant(group.opensAt),
      dueAt: instant(group.dueAt),
    })),
    correctionsEndAt: { ...session.correctionsEndAt, at: instant(session.correctionsEndAt.at) },
    lastCorrectionAt: instant(session.lastCorrectionAt?.at ?? `${session.examStartsOn.on}T00:00`),
    examStartsOn: { ...session.examStartsOn, on: examStartsOn.add({ weeks }) },
    continuousMarks:
      session.continuousMarks === undefined
        ? null
        : { ...session.continuousMarks, by: Temporal.PlainDate.from(session.continuousMarks.by).add({ weeks }) },
    lastDay: examStartsOn.with({ month: 12, day: 31 }).add({ weeks }),
    resultsAt: { ...session.resultsAt, at: session.resultsAt.at === null ? null : instant(session.resultsAt.at) },
  };
  const [wallClock] = bad;
  return wallClock === undefined ? ok(resolved) : refuse({ code: 'unreadable-hour', wallClock });
}

import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import { waitingByGroup } from '../../checking/index.ts';
import { threadsByGroup } from '../../messages/index.ts';
import { lastRefusals } from '../../pieces/index.ts';
import { parisDay } from '../../platform/time.ts';
import { type Brought, broughtByReminders } from '../../reminders/index.ts';
import { readTally, type Scope } from '../../scope/index.ts';
import { sessionBefore } from '../../statistics/index.ts';
import type { OfficeDeps } from '../deps.ts';
import { type GroupLoad, loadsOf } from './rules/loads.ts';
import { type Picture, pictureOf } from './rules/picture.ts';
import { type Reasons, reasonsOf } from './rules/reasons.ts';
import { openDays, sameDay } from './rules/sameDay.ts';

/** Refusals that are looked at: the reasons of the last ones, whatever the size of a session. */
export const LAST_REFUSALS = 1_000;

/** A group, with the piece that waits longest and the conversations that wait for an answer. */
export type GroupLine = GroupLoad & { readonly oldest: string | null; readonly messages: number };

export type Dashboard = {
  readonly session: ResolvedSession;
  /** When it was counted. */
  readonly at: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly picture: Picture;
  /** What it is compared with, and until which day of it; `until` null: all of it. */
  readonly before: { readonly session: ResolvedSession; readonly until: Temporal.PlainDate | null } | null;
  readonly groups: readonly GroupLine[];
  readonly refusals: Reasons;
  readonly reminders: readonly Brought[];
};

/** A session as its head looks at it, from what is kept counted. */
export async function readDashboard(
  deps: Pick<OfficeDeps, 'db' | 'catalogue'>,
  scope: Scope,
  session: ResolvedSession,
  now: Temporal.Instant,
): Promise<Dashboard> {
  const { db } = deps;
  const catalogue = deps.catalogue();
  const here: Scope = { ...scope, sessions: [session.code] };
  const place = { academy: scope.academy, session: session.code };
  const former = sessionBefore(catalogue, session);
  const [rows, formerRows, oldest, threads, refused, reminders] = await Promise.all([
    readTally(db, here, ['state', 'incomplete', 'missing', 'day', 'hour', 'draft', 'waits', 'decided']),
    former === null ? [] : readTally(db, { ...scope, sessions: [former.code] }, ['day']),
    waitingByGroup(db, here),
    threadsByGroup(db, here),
    lastRefusals(db, place, LAST_REFUSALS),
    broughtByReminders(db, place),
  ]);
  const today = parisDay(now);
  const seat = catalogue.academy(scope.academy)?.courtSeat ?? 'mainland';
  const until = former === null ? null : sameDay(session, former, today);
  const isKnown = former !== null && formerRows.length > 0;
  return {
    session,
    at: now,
    today,
    picture: pictureOf(rows, isKnown ? formerRows : null, {
      days: openDays(session, today),
      formerDays: former === null ? [] : openDays(former, parisDay(former.window.closesAt)),
      until: until?.toString() ?? null,
    }),
    before: isKnown ? { session: former, until } : null,
    groups: loadsOf(
      rows,
      [...threads].map(({ portfolio }) => portfolio ?? ''),
      today,
      seat,
    ).map((load) => ({
      ...load,
      oldest: oldest.find(({ portfolio }) => (portfolio ?? '') === load.code)?.oldest ?? null,
      messages: threads.find(({ portfolio }) => (portfolio ?? '') === load.code)?.count ?? 0,
    })),
    refusals: reasonsOf(refused, (code) => reasonsOffered(catalogue, session, code)),
    reminders,
  };
}

/** For a sort of piece, in the words that its candidate reads. */
export function reasonsOffered(catalogue: Catalogue, session: ResolvedSession, code: string): readonly string[] {
  return (catalogue.pieceType({ session: session.code, code })?.cannedReasons ?? []).map(({ text }) => text);
}

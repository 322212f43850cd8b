import type { Database } from '../platform/database/database.ts';
import { listMinutes, measuredSince } from '../platform/service/minutes.ts';
import { minutesOf, type Span } from '../platform/service/rules/availability.ts';

/** The last minute is known some seconds after its end. */
const KNOWN_AFTER_SECONDS = 30;

export type Minutes = ReturnType<typeof minutesOf>;

/** What was measured within a time: nothing before the first minute that a node ever wrote, nothing of what isn't over. */
export async function readService(db: Database, asked: Span, now: Temporal.Instant): Promise<Minutes> {
  const since = await measuredSince(db);
  if (since === null) return [];
  const from = Temporal.Instant.compare(since, asked.from) > 0 ? since : asked.from;
  const known = now.subtract({ seconds: KNOWN_AFTER_SECONDS });
  const until = Temporal.Instant.compare(known, asked.until) < 0 ? known : asked.until;
  const written = await listMinutes(db, from.subtract({ minutes: 1 }), until.add({ minutes: 1 }));
  return minutesOf(written, { from, until });
}

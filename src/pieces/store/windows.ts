import { sql } from 'kysely';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { PieceToAsk } from './required.ts';

/** The windows of groups, for pieces that are asked already. */
export async function moveWindows(
  tx: Tx,
  enrolmentId: string,
  groups: readonly (Pick<PieceToAsk, 'opensAt' | 'dueAt'> & { readonly code: string })[],
): Promise<void> {
  for (const { code, opensAt, dueAt } of groups)
    await sql`update piece set opens_at = ${opensAt}, due_at = ${dueAt}, row_version = row_version + 1
      where enrolment_id = ${enrolmentId} and piece_group = ${code}
        and (opens_at, due_at) is distinct from (${opensAt}, piece_end(without_mailbox or mode = 'post', ${dueAt}))`.execute(
      tx,
    );
}

/**
 * The same for a whole session, at once: its groups and, by so long, the corrections that are open, none past the last. Nobody's page
 * is out of date for it: what is decided of a piece stays.
 */
export async function moveSession(
  tx: Tx,
  session: string,
  groups: readonly (Pick<PieceToAsk, 'dueAt'> & { readonly code: string })[],
  corrections: { readonly days: number; readonly hours: number; readonly last: Temporal.Instant } | null,
): Promise<void> {
  for (const { code, dueAt } of groups)
    await sql`update piece set due_at = ${dueAt} where session = ${session} and piece_group = ${code} and due_at < ${dueAt}`.execute(
      tx,
    );
  if (corrections === null) return;
  const { days, hours, last } = corrections;
  const later = sql`(correctable_until at time zone 'Europe/Paris' + make_interval(days => ${days}::int, hours => ${hours}::int)) at time zone 'Europe/Paris'`;
  await sql`update piece set correctable_until = greatest(correctable_until, least(${later}, ${last}::timestamptz))
    where session = ${session} and correctable_until > business_now()`.execute(tx);
}

const OPEN = columns({ open: integer });

/** The pieces of a session whose correction time runs. */
export async function countCorrections(db: Database, session: string): Promise<number> {
  const asked = sql`select count(*) as open from piece where session = ${session} and correctable_until > business_now()`;
  return (await OPEN.one(db, asked)).open;
}

/** Corrections that are open, where the session now lets them go on for longer. */
export async function prolongCorrections(tx: Tx, enrolmentId: string, until: Temporal.Instant): Promise<void> {
  await sql`update piece set correctable_until = ${until}, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and correctable_until < ${until}`.execute(tx);
}

/** Pieces that their candidate is invited to give by a date of their own; none that was told ends earlier. */
export async function reopenUntil(
  tx: Tx,
  enrolmentId: string,
  codes: readonly string[],
  until: Temporal.Instant,
): Promise<void> {
  await sql`update piece set correctable_until = greatest(correctable_until, ${until}::timestamptz), row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and code = any(${codes}::text[])`.execute(tx);
}

/** Pieces whose days run from the day when the letter that asks for them is handed over. */
export async function markTypedLate(tx: Tx, enrolmentId: string, codes: readonly string[]): Promise<void> {
  await sql`update piece set typed_late = true where enrolment_id = ${enrolmentId} and code = any(${codes}::text[])`.execute(
    tx,
  );
}

/**
 * The days of what a decision refused at that instant, and of nothing that was reviewed since. Null: it isn't notified, and they don't run.
 * Once they run, none ends earlier: a second call with the same day changes nothing, nor does it take back time that was granted since.
 */
export async function moveFromNotice(
  tx: Tx,
  enrolmentId: string,
  decidedAt: Temporal.Instant,
  { from, until }: { readonly from: Temporal.PlainDate | null; readonly until: Temporal.Instant },
): Promise<void> {
  await sql`update piece set awaits_notice = ${from === null}, correctable_until = ${until}, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and (awaits_notice or status = 'non-compliant' and reviewed_at = ${decidedAt})
      and (awaits_notice <> ${from === null} or ${from !== null} and correctable_until < ${until}::timestamptz)`.execute(
    tx,
  );
}

/** Their days, and the time that they leave, while nobody has decided on them. Null: they don't run. */
export async function moveOwnTime(
  tx: Tx,
  enrolmentId: string,
  from: Temporal.PlainDate | null,
  until: Temporal.Instant,
): Promise<void> {
  await sql`update piece set days_run_from = ${from}::date, correctable_until = ${until}, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and typed_late and status = 'none'`.execute(tx);
}

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { Mode } from '../piece.ts';

export type PieceToAsk = {
  readonly code: string;
  readonly group: string;
  readonly mode: Mode;
  readonly reasons: readonly string[];
  readonly opensAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly countsForValidation: boolean;
  readonly confidential: boolean;
  readonly excuses: readonly string[];
  readonly rank: number;
};

/** `first`: of an enrolment that had no list before; `confidential`: the pieces that hold health data alone. */
export type WhichPieces = 'first' | 'all' | 'confidential';

/**
 * Writes the list that the rules give now: new pieces appear, known ones keep what was given and decided, those no longer
 * asked become *sans objet*, and one that is asked again wakes up. What held health data once stays confidential.
 */
export async function writeRequired(
  tx: Tx,
  owner: { readonly academy: string; readonly session: string; readonly enrolmentId: string },
  list: readonly PieceToAsk[],
  which: WhichPieces = 'all',
): Promise<void> {
  const pieces = which === 'confidential' ? list.filter(({ confidential }) => confidential) : list;
  const codes = pieces.map((piece) => piece.code);
  if (which !== 'first') await wakeDecided(tx, owner.enrolmentId, codes);
  if (pieces.length > 0) {
    const rows = pieces.map(
      (
        piece,
      ) => sql`(${randomUUID()}::uuid, ${owner.academy}, ${owner.session}, ${owner.enrolmentId}::uuid, ${piece.code}, ${piece.group}, ${piece.mode},
        ${JSON.stringify(piece.reasons)}::jsonb, ${piece.opensAt}::timestamptz, ${piece.dueAt}::timestamptz, ${piece.countsForValidation}::bool,
        ${piece.confidential}::bool, ${piece.excuses}::text[], ${piece.rank}::int)`,
    );
    await sql`insert into piece (id, academy, session, enrolment_id, code, piece_group, mode, reasons, opens_at, due_at, counts_for_validation, confidential, excuses, rank)
      values ${sql.join(rows)}
      on conflict (academy, session, enrolment_id, code) do update set piece_group = excluded.piece_group, mode = excluded.mode, reasons = excluded.reasons,
        opens_at = excluded.opens_at, due_at = excluded.due_at, counts_for_validation = excluded.counts_for_validation,
        confidential = piece.confidential or excluded.confidential, excuses = excluded.excuses, rank = excluded.rank,
        status = case when piece.status = 'not-applicable' then 'none' else piece.status end, row_version = piece.row_version + 1`.execute(
      tx,
    );
  }
  if (which === 'first') return;
  await sql`update piece set status = 'not-applicable', comment = null, excused_by = null, status_before = null, row_version = row_version + 1
    where enrolment_id = ${owner.enrolmentId} and code <> all (${codes}::text[]) and status <> 'not-applicable'
      and (${which} = 'all' or confidential)`.execute(tx);
}

/** Asked again with nothing new in it since the office decided: the decision stands, a refused file doesn't pass for a new one. */
async function wakeDecided(tx: Tx, enrolmentId: string, codes: readonly string[]): Promise<void> {
  await sql`update piece p set status = last.decision, comment = last.comment
    from (select distinct on (r.piece_id) r.piece_id, r.decision, r.comment, r.at from piece_review r
      where r.piece_id in (select id from piece where enrolment_id = ${enrolmentId})
        and not exists (select from review_taken_back t where t.review_id = r.id) order by r.piece_id, r.at desc) last
    where p.id = last.piece_id and p.status = 'not-applicable' and p.code = any (${codes}::text[])
      and not exists (select from deposit d where d.piece_id = p.id and greatest(d.finished_at, d.ended_at) > last.at)`.execute(
    tx,
  );
}

import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { AcademySession } from '../../catalogue/index.ts';
import { columns, instant, integer, json, nullable, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Piece, PieceDecision } from '../piece.ts';
import type { PieceBefore } from '../rules/takingBack.ts';

export type PieceReview = {
  readonly piece: Piece;
  readonly decision: PieceDecision;
  readonly comment: string | null;
  readonly receivedOn: Temporal.PlainDate | null;
  readonly postedOn: Temporal.PlainDate | null;
  readonly returnedOn: Temporal.PlainDate | null;
  readonly correctableUntil: Temporal.Instant | null;
  /** Its days wait for the notification of the decision that it is part of. */
  readonly awaitsNotice: boolean;
  readonly officerId: string;
  readonly depositIds: readonly string[];
  readonly before: PieceBefore;
};

/** Writes a decision; the refused piece opens again for its candidate. */
export async function writeReview(tx: Tx, review: PieceReview): Promise<void> {
  const { piece, decision } = review;
  await sql`update piece set status = ${decision}, comment = ${review.comment}, received_on = ${review.receivedOn}::date,
      posted_on = ${review.postedOn}::date, returned_on = ${review.returnedOn}::date, reviewed_at = business_now(), correctable_until = ${review.correctableUntil},
      awaits_notice = ${review.awaitsNotice},
      handed_over_at = ${decision === 'non-compliant' ? null : sql`handed_over_at`}, row_version = row_version + 1
    where id = ${piece.id}`.execute(tx);
  await tx
    .insertInto('piece_review')
    .values({
      id: randomUUID(),
      academy: piece.academy,
      session: piece.session,
      piece_id: piece.id,
      decision,
      comment: review.comment,
      officer_id: review.officerId,
      deposits: JSON.stringify(review.depositIds),
      before: JSON.stringify(review.before),
    })
    .execute();
}

const PAST_REVIEW = columns({
  id: uuid,
  decision: text,
  comment: nullable(text),
  at: instant,
  officerId: uuid,
  before: nullable(json<PieceBefore>()),
});
const REVIEWED = columns({ ...PAST_REVIEW.shape, takenBackAt: nullable(instant) });

/** A decision as it was taken; `takenBackAt`: its officer took it back at once, and it counts for nothing. */
export type PastReview = RowOf<typeof REVIEWED>;

/** The decisions on a piece, the last one first, those that were taken back among them. */
export function listReviews(db: Database, pieceId: string): Promise<readonly PastReview[]> {
  return REVIEWED.all(
    db,
    sql`select ${PAST_REVIEW.of('r')}, t.at as "takenBackAt" from piece_review r left join review_taken_back t on t.review_id = r.id
      where r.piece_id = ${pieceId} order by r.at desc`,
  );
}

/** The piece as it was before a decision, which is taken back. */
export async function restorePiece(
  tx: Tx,
  piece: Piece,
  {
    reviewId,
    before,
    officerId,
  }: { readonly reviewId: string; readonly before: PieceBefore; readonly officerId: string },
): Promise<void> {
  const { academy, session, id: piece_id } = piece;
  await tx
    .insertInto('review_taken_back')
    .values({ review_id: reviewId, academy, session, piece_id, officer_id: officerId })
    .execute();
  await sql`update piece set status = ${before.status}, comment = ${before.comment}, received_on = ${before.receivedOn}::date,
      posted_on = ${before.postedOn ?? null}::date, returned_on = ${before.returnedOn ?? null}::date,
      reviewed_at = ${before.reviewedAt}::timestamptz, correctable_until = ${before.correctableUntil}::timestamptz,
      handed_over_at = ${before.handedOverAt}::timestamptz, row_version = row_version + 1
    where id = ${piece.id}`.execute(tx);
}

const REFUSED = columns({ code: text, comment: nullable(text), times: integer });
/** So many of the refusals of one sort of piece bear this comment. */
export type RefusedFor = RowOf<typeof REFUSED>;

/** The last refusals of a session, so many at most, by piece and by what was written; none of health, none that was taken back. */
export function lastRefusals(
  db: Database,
  { academy, session }: AcademySession,
  most: number,
): Promise<readonly RefusedFor[]> {
  return REFUSED.all(
    db,
    sql`select p.code, r.comment, count(*) as times from ${lastOnes({ academy, session }, most)} group by p.code, r.comment`,
  );
}

const REFUSAL = columns({ id: uuid, enrolmentId: uuid, pieceId: uuid, comment: nullable(text), at: instant });
/** One refusal, with what its candidate reads. */
export type PastRefusal = RowOf<typeof REFUSAL>;

/** Of the same, those of one sort of piece, the last first. */
export function listRefusals(
  db: Database,
  place: AcademySession,
  most: number,
  code: string,
): Promise<readonly PastRefusal[]> {
  return REFUSAL.all(
    db,
    sql`select r.id, p.enrolment_id as "enrolmentId", p.id as "pieceId", r.comment, r.at
      from ${lastOnes(place, most)} and p.code = ${code} order by r.at desc, r.id`,
  );
}

function lastOnes({ academy, session }: AcademySession, most: number): RawBuilder<unknown> {
  return sql`(select id, piece_id, comment, at from piece_review where academy = ${academy} and session = ${session} and decision = 'non-compliant'
      order by at desc limit ${most}::int) r join piece p on p.id = r.piece_id
    where not p.confidential and not exists (select from review_taken_back t where t.review_id = r.id)`;
}

import { type Enrolment, isRunning } from '../../enrolment/index.ts';
import type { Piece } from '../piece.ts';

/** How long the page offers to take a decision back; a press on a slow line may come a little later. */
const TAKE_BACK_SHOWN = Temporal.Duration.from({ seconds: 30 });
const TAKE_BACK_TAKEN = Temporal.Duration.from({ seconds: 60 });

/** What a decision changed, as it was before; instants and days as ISO 8601. */
export type PieceBefore = Pick<Piece, 'status' | 'comment'> & {
  readonly receivedOn: string | null;
  /** Not kept by the version before. */
  readonly postedOn?: string | null;
  readonly returnedOn?: string | null;
  readonly reviewedAt: string | null;
  readonly correctableUntil: string | null;
  readonly handedOverAt: string | null;
  /** Of the row that the decision left: whoever wrote since makes it another. */
  readonly rowVersion: number;
  readonly enrolmentVersion: number;
  readonly signature: { readonly version: number; readonly at: string } | null;
  readonly validatedAt: string | null;
};

export function beforeReview(piece: Piece, enrolment: Enrolment): PieceBefore {
  const { signature } = enrolment;
  return {
    status: piece.status,
    comment: piece.comment,
    receivedOn: piece.receivedOn?.toString() ?? null,
    postedOn: piece.postedOn?.toString() ?? null,
    returnedOn: piece.returnedOn?.toString() ?? null,
    reviewedAt: piece.reviewedAt?.toString() ?? null,
    correctableUntil: piece.correctableUntil?.toString() ?? null,
    handedOverAt: piece.handedOverAt?.toString() ?? null,
    rowVersion: piece.rowVersion + 1,
    enrolmentVersion: enrolment.version,
    signature: signature === null ? null : { version: signature.version, at: signature.at.toString() },
    validatedAt: enrolment.validatedAt?.toString() ?? null,
  };
}

export type TakingBackRefusal = 'take-back-late' | 'decided-meanwhile' | 'enrolment-ended';

type Reviewed = {
  readonly officerId: string;
  readonly at: Temporal.Instant;
  readonly before: PieceBefore | null;
};

/**
 * May this decision, the last on its piece, be taken back as if it had never been? By its officer, at once, and while nothing
 * leaned on it: no file, no other version, no colleague's word.
 */
export function refuseTakingBack(
  review: Reviewed,
  {
    piece,
    enrolment,
    officerId,
    now,
  }: {
    readonly piece: Pick<Piece, 'rowVersion'>;
    readonly enrolment: Pick<Enrolment, 'status' | 'version'>;
    readonly officerId: string;
    readonly now: Temporal.Instant;
  },
): TakingBackRefusal | null {
  const { before } = review;
  if (!isRunning(enrolment)) return 'enrolment-ended';
  if (before === null || Temporal.Instant.compare(now, review.at.add(TAKE_BACK_TAKEN)) >= 0) return 'take-back-late';
  const untouched = piece.rowVersion === before.rowVersion && enrolment.version === before.enrolmentVersion;
  return untouched && review.officerId === officerId ? null : 'decided-meanwhile';
}

/** Until when the page offers it. */
export function offeredUntil({ at }: Pick<Reviewed, 'at'>): Temporal.Instant {
  return at.add(TAKE_BACK_SHOWN);
}

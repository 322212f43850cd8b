import { createHash } from 'node:crypto';
import type { Enrolment } from '../../enrolment/index.ts';
import type { Piece } from '../../pieces/index.ts';

/** What a candidate was told last of a piece, or of the enrolment (`validated`). `said`: `saidOf` that decision; null if not known. */
export type ToldLast = { readonly decision: Decided | 'validated'; readonly said: string | null };
type Decided = 'received' | 'compliant' | 'non-compliant';

type Reviewed = Pick<
  Piece,
  'id' | 'status' | 'comment' | 'receivedOn' | 'returnedOn' | 'correctableUntil' | 'confidential'
>;

/** What one mail tells: what stands now and wasn't told, and what was told and no longer stands. */
export type DecisionNews<P> = {
  /** `after`: what the candidate had been told of the same papers, and is taken back. */
  readonly refused: readonly PieceTelling<P>[];
  readonly accepted: readonly PieceTelling<P>[];
  /** Told, and now undecided again. */
  readonly reopened: readonly PieceTelling<P>[];
  /** Documents of health: a mail says only that there is a decision. */
  readonly confidential: readonly P[];
  readonly validation: 'validated' | 'undone' | null;
};
export type PieceTelling<P> = { readonly piece: P; readonly after: 'compliant' | 'non-compliant' | null };

/**
 * What the decisions of a while come to. One that was taken back before it was told is no news, nor is one said twice in the
 * same words; a candidate who gave something new since was told nothing of it (`told` has no row then).
 */
export function decisionNews<P extends Reviewed>(
  { id, status }: Pick<Enrolment, 'id' | 'status'>,
  decided: readonly P[],
  told: ReadonlyMap<string, ToldLast>,
): DecisionNews<P> {
  const news = decided.filter((piece) => isNews(piece, told.get(piece.id)));
  const telling = (wanted: Decided | 'none'): readonly PieceTelling<P>[] =>
    news
      .filter((piece) => piece.status === wanted && !piece.confidential)
      .map((piece) => ({ piece, after: takenBack(piece, told.get(piece.id)) }));
  const wasValidated = told.get(id)?.decision === 'validated';
  return {
    refused: telling('non-compliant'),
    accepted: telling('compliant'),
    reopened: [...telling('received'), ...telling('none')],
    confidential: news.filter(({ confidential }) => confidential),
    validation:
      status === 'validated' && !wasValidated ? 'validated' : status !== 'validated' && wasValidated ? 'undone' : null,
  };
}

function isNews(piece: Reviewed, told: ToldLast | undefined): boolean {
  switch (piece.status) {
    case 'compliant':
      return told?.decision !== 'compliant';
    case 'non-compliant':
      return told?.decision !== 'non-compliant' || told.said !== saidOf(piece);
    case 'received':
    case 'none':
      // Neither decides anything: they are only news when they take back a decision that had been told.
      return told?.decision === 'compliant' || told?.decision === 'non-compliant';
    default:
      return false;
  }
}

function takenBack({ status }: Reviewed, told: ToldLast | undefined): PieceTelling<unknown>['after'] {
  const before = told?.decision;
  return before !== status && (before === 'compliant' || before === 'non-compliant') ? before : null;
}

/** A mark of what a candidate reads of a decision; no word of it can be read back. */
export function saidOf({ comment, receivedOn, returnedOn, correctableUntil }: Reviewed): string {
  // As before where nothing was sent back: what was told then is known again.
  const returned = returnedOn === null ? '' : ` ${returnedOn}`;
  return createHash('sha256').update(`${comment} ${receivedOn} ${correctableUntil}${returned}`).digest('base64url');
}

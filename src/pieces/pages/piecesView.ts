import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import { type Enrolment, isRunning } from '../../enrolment/index.ts';
import type { Chrome, Flash } from '../../ui/index.ts';
import type { OpenUpload, PieceId, PieceWithFiles } from '../piece.ts';
import { sharers } from '../rules/pieceLists.ts';
import { refuseDeposit } from '../rules/pieceState.ts';
import type { Remaining } from '../rules/remaining.ts';
import type { PreparedPages } from '../rules/sheets.ts';

/** All that *Mes justificatifs* shows. */
export type PiecesView = {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly session: ResolvedSession;
  readonly catalogue: Catalogue;
  readonly pieces: readonly PieceWithFiles[];
  readonly now: Temporal.Instant;
  readonly remaining: Remaining;
  /** What is odd about a file of the signed confirmation, by its deposit. */
  readonly notes: ReadonlyMap<string, string>;
  readonly csrf: string;
  readonly flash: Flash | null;
  readonly did: JustDone;
  readonly hub: string;
  /** Files that were cut on their way. */
  readonly uploads: readonly OpenUpload[];
  /** Pages prepared to become one document, of each piece that has some. */
  readonly prepared: ReadonlyMap<PieceId, PreparedPages>;
};

/** What was just done: said where the page opens, in the row of its piece. */
export type JustDone = {
  readonly receipt: string | null;
  /** Of the other piece that the same file was given for. */
  readonly also: string | null;
  /** What is odd about the signed confirmation that was just given; null: nothing. */
  readonly sheet: string | null;
  /** The piece whose file was taken back. */
  readonly removed: string | null;
};

/** May a file be given for this piece now? */
export function isOpen({ enrolment, now }: Pick<PiecesView, 'enrolment' | 'now'>, piece: PieceWithFiles): boolean {
  return isRunning(enrolment) && refuseDeposit(piece, { begunAt: now, now }) === null;
}

export type Sharer = { readonly code: string; readonly label: string };

/** The pieces that a file given for this one may be given for too, as the form offers them. */
export function sharersOf(
  view: Pick<PiecesView, 'catalogue' | 'enrolment' | 'pieces' | 'now'>,
  piece: PieceWithFiles,
): readonly Sharer[] {
  const { catalogue, pieces } = view;
  const { alsoProves = [] } = catalogue.pieceType(piece) ?? {};
  return sharers(alsoProves, piece, pieces, (one) => isOpen(view, one)).map((one) => ({
    code: one.code,
    label: catalogue.pieceType(one)?.label ?? one.code,
  }));
}

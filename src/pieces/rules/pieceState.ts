import { GRACE } from '../../enrolment/index.ts';
import { unreadOf, waitsToBeRead } from '../../keptFiles/index.ts';
import type { Moment } from '../../platform/clock.ts';
import { type Deposit, isOffered, type Piece, type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import { closingOf, isOver } from './deadline.ts';

/** How a piece reads on the page, in one word and shape. */
export type PieceView =
  | 'to-give'
  | 'given'
  | 'received'
  | 'compliant'
  | 'non-compliant'
  | 'exempted'
  | 'not-applicable';

export function viewOf(piece: Pick<Piece, 'status'>, files: number): PieceView {
  if (piece.status !== 'none') return piece.status;
  return files > 0 ? 'given' : 'to-give';
}

export type DepositRefusal =
  | 'by-post'
  | 'compliant'
  | 'exempted'
  | 'not-asked'
  | 'handed-over'
  | 'not-open-yet'
  | 'closed'
  | 'too-slow';

/**
 * May a file be given for this piece, or taken back? Half-open window: at the closing instant itself it is late. A refusal
 * opens a time of its own to correct.
 */
export function refuseDeposit(piece: Piece & Files, moment: Moment): DepositRefusal | null {
  if (piece.status === 'not-applicable') return 'not-asked';
  if (piece.status === 'exempted') return 'exempted';
  if (piece.mode === 'post') return 'by-post';
  if (piece.status === 'compliant' && !isInfected(piece)) return 'compliant';
  if (isHandedOver(piece) && !isUnseenSheet(piece) && !isGivenAgain(piece, moment)) return 'handed-over';
  if (Temporal.Instant.compare(moment.now, piece.opensAt) < 0) return 'not-open-yet';
  if (isOver(piece, moment.begunAt)) return 'closed';
  if (isOver(piece, moment.now.subtract(GRACE))) return 'too-slow';
  return null;
}

type Files = { readonly files?: readonly Pick<Deposit, 'kept'>[] };

/** Found later, even in what was said to be in order: nobody opens it any more, and another may be given. */
function isInfected({ files = [] }: Files): boolean {
  return files.some(({ kept }) => kept.scan === 'infected');
}

/** Does a file of it wait to be read? */
export function isBeingRead(piece: Required<Files>): boolean {
  return waitsToBeRead(piece.files);
}

/** How many files of these wait to be read. */
export function unreadFiles(pieces: readonly Required<Files>[]): number {
  return unreadOf(pieces.flatMap(({ files }) => files)).length;
}

/** May its candidate still have to give it? */
export function isAsked({ status }: Pick<Piece, 'status'>): boolean {
  return status === 'none' || status === 'received' || status === 'non-compliant';
}

/** It is with the office, which hasn't given it back: nothing of it is taken away. */
export function isHandedOver({ handedOverAt, status }: Pick<Piece, 'handedOverAt' | 'status'>): boolean {
  return handedOverAt !== null && status !== 'non-compliant';
}

/** Since it was handed over a file of it couldn't serve, and the time for another runs: a good one that is with the office keeps nobody from it. */
function isGivenAgain({ givenAgainAt, handedOverAt, correctableUntil }: Piece, { begunAt }: Moment): boolean {
  if (givenAgainAt === null || handedOverAt === null || correctableUntil === null) return false;
  const { compare } = Temporal.Instant;
  return compare(handedOverAt, givenAgainAt) <= 0 && compare(begunAt, correctableUntil) < 0;
}

/** A signed sheet that nobody has looked at: another may be given beside it, as it may be signed on line. */
function isUnseenSheet({ code, status }: Pick<Piece, 'code' | 'status'>): boolean {
  return code === SIGNED_CONFIRMATION && status === 'none';
}

/**
 * May the signed confirmation be signed on line? As a file may be given for it; that a sheet is to come by the post, or waits with
 * the office, keeps nobody from signing.
 */
export function refuseSigning(piece: Piece, moment: Moment): DepositRefusal | null {
  return refuseDeposit({ ...piece, mode: 'online', handedOverAt: null }, moment);
}

/** Why no file is taken, with the instant that the sentence names. */
export type DepositClosed = { readonly code: DepositRefusal; readonly at: Temporal.Instant };

export function shutBy(piece: Piece, code: DepositRefusal): DepositClosed {
  return { code, at: code === 'not-open-yet' ? piece.opensAt : closingOf(piece) };
}

/** Why nobody may give a file for this piece, whatever the day; null: the day decides. */
export function whyNoDeposit(piece: Piece): DepositClosed | null {
  const code = refuseDeposit(piece, { begunAt: piece.opensAt, now: piece.opensAt });
  return code === null ? null : shutBy(piece, code);
}

/** It has come, by a file or on paper, and hasn't been refused since. */
export function isGiven(piece: Pick<PieceWithFiles, 'status' | 'files'>): boolean {
  return (
    piece.status !== 'non-compliant' &&
    (piece.files.length > 0 || ['received', 'compliant', 'exempted'].includes(piece.status))
  );
}

/** Nothing is in for it, or what was in is to be given again. */
export function hasNotCome({ status, files }: Pick<PieceWithFiles, 'status' | 'files'>): boolean {
  return status === 'non-compliant' || (status === 'none' && files.length === 0);
}

/** The pieces that are counted for the candidate: due at the closing, the signed confirmation apart, which is an act of its own. */
export function progressOf(pieces: readonly PieceWithFiles[]): {
  readonly counted: readonly PieceWithFiles[];
  readonly given: number;
  /** In order, or excused. */
  readonly checked: number;
  /** To be given again: its files are in sight and count for nothing. */
  readonly refused: number;
} {
  const counted = pieces.filter(
    (piece) => piece.countsForValidation && piece.code !== SIGNED_CONFIRMATION && piece.status !== 'not-applicable',
  );
  const checked = counted.filter(({ status }) => status === 'compliant' || status === 'exempted').length;
  const refused = counted.filter(({ status }) => status === 'non-compliant').length;
  return { counted, given: counted.filter(isGiven).length, checked, refused };
}

/** Are all the pieces that count for validation in order? */
export function allInOrder(pieces: readonly Pick<Piece, 'status' | 'countsForValidation'>[]): boolean {
  const counted = pieces.filter((piece) => piece.countsForValidation && piece.status !== 'not-applicable');
  return counted.length > 0 && counted.every((piece) => piece.status === 'compliant' || piece.status === 'exempted');
}

type Given = Pick<Piece, 'code' | 'status' | 'handedOverAt' | 'mode' | 'excuses'> & {
  readonly files: readonly Pick<Deposit, 'id'>[];
};

/** What the office received on paper has no file. */
function isIn({ status, files }: Pick<Given, 'status' | 'files'>): boolean {
  return status === 'received' || (status !== 'non-compliant' && files.length > 0);
}

/** The pieces that a waiver given and not yet decided may excuse: nobody asks for them meanwhile. */
export function waitingForWaiver(pieces: readonly Pick<Given, 'status' | 'files' | 'excuses'>[]): ReadonlySet<string> {
  const undecided = pieces.filter((piece) => (piece.status === 'none' || piece.status === 'received') && isIn(piece));
  return new Set(undecided.flatMap(({ excuses }) => excuses));
}

/**
 * Does *J'ai fourni toutes mes pièces* make sense for this group? `ready`: every piece is in, or may be excused by a waiver
 * that is, and at least one waits for the button; `missing`: some are not; `handed-over`: nothing left to hand over. A
 * waiver that isn't given holds nothing up.
 */
export function handOverState(group: readonly Given[]): 'ready' | 'missing' | 'handed-over' {
  const open = group.filter(
    (piece) =>
      piece.mode === 'online' &&
      piece.handedOverAt === null &&
      !['compliant', 'exempted', 'not-applicable'].includes(piece.status) &&
      (isIn(piece) || !isOffered(piece)),
  );
  const waiting = waitingForWaiver(group);
  if (!open.every((piece) => isIn(piece) || waiting.has(piece.code))) return 'missing';
  return open.some(isIn) ? 'ready' : 'handed-over';
}

import { type Enrolment, type EnrolmentId, isRunning, markSigned, subjectOf } from '../../enrolment/index.ts';
import type { ReceivedFile } from '../../keptFiles/index.ts';
import { type Moment, readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import type { Act } from '../../platform/journal.ts';
import type { PieceActDeps, PiecesDeps } from '../deps.ts';
import {
  type GivenOnPaper,
  type PieceSheet,
  type PieceWithFiles,
  SIGNED_CONFIRMATION,
  type UploadId,
} from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { closingOf } from '../rules/deadline.ts';
import { begunOn } from '../rules/givenOn.ts';
import { type Giving, isFull, replacedBy } from '../rules/joining.ts';
import { refuseDeposit, shutBy } from '../rules/pieceState.ts';
import { refuseForQuota } from '../rules/quota.ts';
import { sameSheets } from '../rules/sheets.ts';
import { writeDeposit } from '../store/deposits.ts';
import { lockPiece } from '../store/pieces.ts';
import { forgetSheets, listSheets, partsOf, writeOriginals } from '../store/sheets.ts';
import { endUpload } from '../store/uploads.ts';
import { readStanding, readUsage } from '../store/usage.ts';

export type DepositOrder = {
  readonly enrolmentId: EnrolmentId;
  readonly candidateId: string;
  readonly code: string;
  readonly key: string | null;
  readonly file: UploadedFile | null;
  /** From a telephone, by a square code: whether it still holds is asked in the transaction that writes. */
  readonly phone?: PhoneHold;
  /** The code of another piece that the same file is given for, as its candidate asked: never without asking. */
  readonly also?: string;
  /** Said by whoever gives it: it takes the place of what was refused, instead of joining it. */
  readonly replaces?: boolean;
  readonly given?: GivenOnPaper;
};

/** `deposits`: the code is used up with it, under this receipt; otherwise a page of several is prepared, or a part added. */
export type PhoneHold = (tx: Tx, deposits: string | null) => Promise<boolean>;

export type DepositDeps = PieceActDeps & Pick<PiecesDeps, 'files' | 'inspector'>;

/**
 * What was here before its deposit, and when it began to arrive: files joined into one (with the last of them), or an upload (with its
 * creation), which ends with the deposit.
 */
export type PreparedFile = {
  readonly sheets: readonly PieceSheet[];
  readonly upload: UploadId | null;
  readonly begunAt: Temporal.Instant;
  /** It was used up in this transaction already, for the other piece that the same document is given for. */
  readonly used: boolean;
};

type Filing = Omit<DepositOrder, 'file'> & {
  readonly enrolment: Enrolment;
  readonly file: ReceivedFile;
  readonly prepared: PreparedFile | null;
  readonly receipt: string;
};

/** Writes a file that was received as a deposit of one piece, in the transaction of its event; null: it is filed. */
export async function fileUnder(
  deps: DepositDeps,
  tx: Tx,
  act: Act,
  { enrolment, file, prepared, receipt, ...order }: Filing,
): Promise<Refusal | null> {
  const piece = await lockPiece(tx, enrolment.id, order.code);
  if (piece === null) return { code: 'not-found' };
  // What was prepared takes room until it is used up.
  const standing = prepared === null ? await readStanding(tx, act, enrolment.candidateId) : null;
  const arrived = standing?.moment ?? (await readMoment(tx, act));
  const { given } = order;
  const begunAt = given === undefined ? null : begunOn(given.on, piece, arrived.now);
  // What came on paper counts from the day it was given, whenever the office gets to it.
  const first = prepared === null ? arrived : { ...arrived, begunAt: prepared.begunAt };
  const moment = begunAt === null ? first : { begunAt, now: begunAt };
  const repeatable = deps.catalogue().pieceType(piece)?.repeatable ?? false;
  const giving = { repeatable, replaces: order.replaces === true, unread: file.unread !== null };
  const refusal = refuseNow(enrolment, piece, moment, giving);
  if (refusal !== null) return refusal;
  let { unread } = file;
  if (order.phone !== undefined && !(await order.phone(tx, receipt))) return { code: 'phone-code-ended' };
  if (prepared !== null && !prepared.used && prepared.upload !== null) {
    if (!(await endUpload(tx, prepared.upload, receipt))) return { code: 'upload-gone' };
  } else if (prepared !== null && !prepared.used) {
    const sheets = await listSheets(tx, piece.id);
    if (!sameSheets(prepared.sheets, sheets)) return { code: 'sheets-changed' };
    if (unread !== null) unread = { ...unread, parts: await partsOf(tx, sheets) };
    await forgetSheets(tx, prepared.sheets);
  }
  const full = refuseForQuota(standing?.usage ?? (await readUsage(tx, enrolment.candidateId)), file.size);
  if (full !== null) return { code: full };
  const depositId = await writeDeposit(
    tx,
    piece,
    { ...file, unread, receipt, given: given ?? null, begunAt: moment.begunAt, enrolmentVersion: enrolment.version },
    { replaced: replacedBy(piece, giving), until: closingOf(piece) },
  );
  if (prepared !== null && prepared.sheets.length > 1) await writeOriginals(tx, piece, depositId, prepared.sheets);
  const payload = {
    enrolmentId: enrolment.id,
    pieceId: piece.id,
    code: piece.code,
    confidential: piece.confidential,
    depositId,
    sha256: file.sha256,
    sentSha256: file.sent.sha256,
    receipt,
    ...(order.phone === undefined ? {} : { road: 'phone' as const }),
    ...(given === undefined ? {} : { givenBy: given.by, givenOn: given.on.toString() }),
  };
  const touched = piece.rowVersion > 1;
  await deps.events.publish(tx, act, 'piece.deposited', subjectOf(enrolment), payload, { touched });
  // « Counts as signed when uploaded in time, then checked » (docs/product.md).
  if (piece.code === SIGNED_CONFIRMATION) await markSigned(deps, tx, act, enrolment);
  return null;
}

/** Before its last word is said: whatever may yet replace what was refused isn't turned away for want of room. */
export const FIRST_ASKED = { replaces: true, unread: true } as const;

/** Why no file can be taken for this piece now. */
export function refuseNow(enrolment: Enrolment, piece: PieceWithFiles, moment: Moment, giving: Giving): Refusal | null {
  if (!isRunning(enrolment)) return { code: 'enrolment-ended' };
  const refusal = refuseDeposit(piece, moment);
  if (refusal !== null) return shutBy(piece, refusal);
  return isFull(piece, giving) ? { code: 'too-many-files' } : null;
}

import {
  type Enrolment,
  type EnrolmentId,
  isRunning,
  lockEnrolment,
  markSigned,
  subjectOf,
} from '../../enrolment/index.ts';
import { type Moment, readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PieceActDeps, PiecesDeps } from '../deps.ts';
import { MOST_FILES, type PieceWithFiles, type Sheet, SIGNED_CONFIRMATION } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { begunOn, type GivenBy } from '../rules/givenOn.ts';
import { closingOf, refuseDeposit } from '../rules/pieceState.ts';
import { refuseForQuota } from '../rules/quota.ts';
import { sameSheets } from '../rules/sheets.ts';
import { forgetSheets, listSheets, writeOriginals } from '../store/sheets.ts';
import { readUsage } from '../store/usage.ts';
import { lockPiece, writeDeposit } from '../store.ts';
import { newReceipt, type ReceivedFile, receiveFile } from './receiveFile.ts';
import { recordTurnedAway } from './recordTurnedAway.ts';

export type DepositOrder = {
  readonly enrolmentId: EnrolmentId;
  readonly candidateId: string;
  readonly code: string;
  readonly key: string | null;
  readonly file: UploadedFile | null;
  /** It came on paper on that day, and an officer files it in the candidate's name. */
  readonly given?: { readonly by: GivenBy; readonly on: Temporal.PlainDate; readonly officerId: string };
};

export type DepositDeps = PieceActDeps & Pick<PiecesDeps, 'files' | 'inspector'>;

/** The files that a document was made of, and when the last of them began to arrive. */
export type Prepared = { readonly sheets: readonly Sheet[]; readonly begunAt: Temporal.Instant };

/** What is given back for a file: the number to quote, and which file it stands for. */
export type Filed = { readonly receipt: string; readonly fileKey: string };

/**
 * Takes a file for a piece: streamed in while it is measured and hashed, read whole, and our rendering of it written as a
 * deposit. Whatever is refused leaves nothing behind. What counts against the deadline is when the request began.
 */
export async function depositFile(deps: DepositDeps, act: Act, order: DepositOrder): Promise<Result<Filed, Refusal>> {
  const { enrolmentId, candidateId, file } = order;
  const received = await receiveFile(deps, { folder: enrolmentId, owner: candidateId, file });
  if (!received.ok) {
    const ours = received.error.code === 'file-busy' || received.error.code === 'store-unwritable';
    if (ours) await recordTurnedAway(deps, act, order);
    return received;
  }
  return fileReceived(deps, act, order, received.value);
}

/** The same for a file that has been received already, or made of several. */
export async function fileReceived(
  deps: DepositDeps,
  act: Act,
  order: Omit<DepositOrder, 'file'>,
  file: ReceivedFile,
  prepared: Prepared | null = null,
): Promise<Result<Filed, Refusal>> {
  const { fileKey } = file;
  let filed: Result<Filed, Refusal> | null = null;
  try {
    filed = await writeInTime(deps, act, order, file, prepared);
    return filed;
  } finally {
    // Refused, failed, or the twin of a double click whose other half is on record: this copy is nobody's.
    // Where it can't be removed now, the nightly sweep does.
    const lost = filed === null || !filed.ok || filed.value.fileKey !== fileKey;
    // A file that was prepared alone is still there to be deposited.
    if (lost && prepared?.sheets.every((sheet) => sheet.fileKey !== fileKey) !== false)
      await deps.files.remove(fileKey).catch(() => undefined);
  }
}

async function writeInTime(
  deps: DepositDeps,
  act: Act,
  order: Omit<DepositOrder, 'file'>,
  file: ReceivedFile,
  prepared: Prepared | null,
): Promise<Result<Filed, Refusal>> {
  return transact<Filed, Refusal>(deps.db, async (tx) => {
    const enrolment = await lockEnrolment(tx, order.enrolmentId);
    if (enrolment === null || enrolment.candidateId !== order.candidateId) return refuse({ code: 'not-found' });
    const write = async (): Promise<Result<Filed, Refusal>> => {
      const piece = await lockPiece(tx, enrolment.id, order.code);
      if (piece === null) return refuse({ code: 'not-found' });
      const arrived = await readMoment(tx, act);
      const { given } = order;
      const begunAt = given === undefined ? null : begunOn(given.on, piece, arrived.now);
      // What came on paper counts from the day it was given, whenever the office gets to it.
      const first = prepared === null ? arrived : { ...arrived, begunAt: prepared.begunAt };
      const moment = begunAt === null ? first : { begunAt, now: begunAt };
      const repeatable = deps.catalogue().pieceType(piece)?.repeatable ?? false;
      const refusal = refuseNow(enrolment, piece, moment, repeatable);
      if (refusal !== null) return refuse(refusal);
      if (prepared !== null) {
        if (!sameSheets(prepared.sheets, await listSheets(tx, piece.id))) return refuse({ code: 'sheets-changed' });
        await forgetSheets(tx, prepared.sheets);
      }
      const full = refuseForQuota(await readUsage(tx, enrolment.candidateId), file.size);
      if (full !== null) return refuse({ code: full });
      const receipt = newReceipt();
      const replaceOthers = !repeatable || piece.status === 'non-compliant';
      const depositId = await writeDeposit(
        tx,
        piece,
        { ...file, receipt, begunAt: moment.begunAt, enrolmentVersion: enrolment.version },
        replaceOthers,
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
        ...(given === undefined ? {} : { givenBy: given.by, givenOn: given.on.toString() }),
      };
      await deps.events.publish(tx, act, 'piece.deposited', subjectOf(enrolment), payload);
      // « Counts as signed when uploaded in time, then checked » (docs/product.md).
      if (piece.code === SIGNED_CONFIRMATION) await markSigned(deps, tx, act, enrolment);
      return ok({ receipt, fileKey: file.fileKey });
    };
    // A browser may come back to the page as it was, key and all: another file is another deposit.
    const purpose = `deposit ${order.enrolmentId} ${order.code} ${file.sent.sha256}`;
    const filed = await onceAccepted<Filed, Refusal>(
      tx,
      order.key,
      order.given?.officerId ?? order.candidateId,
      purpose,
      write,
    );
    if (!filed.ok || filed.value.fileKey === file.fileKey) return filed;
    // The same file again, taken back or refused since: no double click.
    return stillCounts(await lockPiece(tx, enrolment.id, order.code), filed.value) ? filed : write();
  });
}

function stillCounts(piece: PieceWithFiles | null, { fileKey }: Filed): boolean {
  return piece !== null && piece.status !== 'non-compliant' && piece.files.some((one) => one.fileKey === fileKey);
}

/** Why no file can be taken for this piece now. */
export function refuseNow(
  enrolment: Enrolment,
  piece: PieceWithFiles,
  moment: Moment,
  repeatable: boolean,
): Refusal | null {
  if (!isRunning(enrolment)) return { code: 'enrolment-ended' };
  const refusal = refuseDeposit(piece, moment);
  if (refusal !== null) return { code: refusal, at: refusal === 'not-open-yet' ? piece.opensAt : closingOf(piece) };
  return repeatable && piece.status !== 'non-compliant' && piece.files.length >= MOST_FILES
    ? { code: 'too-many-files' }
    : null;
}

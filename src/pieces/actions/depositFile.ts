import {
  type Enrolment,
  type EnrolmentId,
  isRunning,
  markSigned,
  onEnrolment,
  subjectOf,
} from '../../enrolment/index.ts';
import {
  copyFile,
  forgetFiles,
  isOurs,
  keptOnlyIf,
  newReceipt,
  type ReceivedFile,
  receiveFile,
} from '../../keptFiles/index.ts';
import { type Moment, readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PieceActDeps, PiecesDeps } from '../deps.ts';
import {
  type GivenOnPaper,
  MOST_FILES,
  type PieceWithFiles,
  type Sheet,
  SIGNED_CONFIRMATION,
  type UploadId,
} from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { closingOf } from '../rules/deadline.ts';
import { begunOn } from '../rules/givenOn.ts';
import { sharers } from '../rules/pieceLists.ts';
import { refuseDeposit, shutBy } from '../rules/pieceState.ts';
import { refuseForQuota } from '../rules/quota.ts';
import { sameSheets } from '../rules/sheets.ts';
import { writeDeposit } from '../store/deposits.ts';
import { listPieces, lockPiece } from '../store/pieces.ts';
import { forgetSheets, listSheets, partsOf, writeOriginals } from '../store/sheets.ts';
import { endUpload, writeAlsoReceipt } from '../store/uploads.ts';
import { readStanding, readUsage } from '../store/usage.ts';
import { recordTurnedAway } from './recordTurnedAway.ts';

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
  readonly sheets: readonly Sheet[];
  readonly upload: UploadId | null;
  readonly begunAt: Temporal.Instant;
};

/** What is given back for a file: the number to quote, and which file it stands for. */
export type Filed = { readonly receipt: string; readonly fileKey: string };

/** `also`: of the other piece that the same file was given for; null where it was given for one alone. */
export type FiledWith = Filed & { readonly also: Filed | null };

/** The file and, where it is given for another piece too, its copy: each is kept, judged, taken back and erased on its own. */
type Arrived = {
  readonly file: ReceivedFile;
  readonly copy: ReceivedFile | null;
  readonly prepared: PreparedFile | null;
};

/**
 * Takes a file for a piece: streamed in while it is measured and hashed, read whole, and our rendering of it written as a
 * deposit. Whatever is refused leaves nothing behind. What counts against the deadline is when the request began.
 */
export async function depositFile(
  deps: DepositDeps,
  act: Act,
  order: DepositOrder,
): Promise<Result<FiledWith, Refusal>> {
  const received = await receiveFor(deps, order, order.file);
  return received.ok ? fileReceived(deps, act, order, received.value) : turnAway(deps, act, order, received.error);
}

/** A file for this piece, not yet on record. What an officer scans is read while they wait: nobody else could give it again. */
export function receiveFor(
  deps: DepositDeps,
  order: Pick<DepositOrder, 'enrolmentId' | 'candidateId' | 'code' | 'given'>,
  file: UploadedFile | null,
): Promise<Result<ReceivedFile, Refusal>> {
  return receiveFile(deps, {
    folder: order.enrolmentId,
    owner: order.candidateId,
    file,
    mayWait: order.given === undefined,
    endsSoon: () => endsSoon(deps, order),
  });
}

/** Too little time for another file, were this one refused: an hour. */
const SOON = { hours: 1 } as const;

/** Does the time of its piece end so soon? Asked only where its file can't be read. */
async function endsSoon(
  { db }: Pick<DepositDeps, 'db'>,
  { enrolmentId, code }: Pick<DepositOrder, 'enrolmentId' | 'code'>,
): Promise<boolean> {
  const piece = (await listPieces(db, enrolmentId)).find((one) => one.code === code);
  const { now } = await readMoment(db, SYSTEM);
  return piece !== undefined && Temporal.Instant.compare(closingOf(piece), now.add(SOON)) <= 0;
}

/** What was refused for a reason of ours stays on record. */
export async function turnAway(
  deps: DepositDeps,
  act: Act,
  order: Pick<DepositOrder, 'enrolmentId' | 'candidateId' | 'code'>,
  refusal: Refusal,
): Promise<Extract<Result<never, Refusal>, { readonly ok: false }>> {
  if (isOurs(refusal)) await recordTurnedAway(deps, act, order);
  return refuse(refusal);
}

/** The same for a file that has been received already, or made of several. */
export async function fileReceived(
  deps: DepositDeps,
  act: Act,
  order: Omit<DepositOrder, 'file'>,
  file: ReceivedFile,
  prepared: PreparedFile | null = null,
): Promise<Result<FiledWith, Refusal>> {
  // A file that was prepared alone is still there to be deposited.
  const own = prepared?.sheets.some((sheet) => sheet.fileKey === file.fileKey) !== true;
  const copied: Result<ReceivedFile | null, Refusal> =
    order.also === undefined ? ok(null) : await copyFile(deps, order.enrolmentId, file);
  const mine = own ? [file.fileKey] : [];
  if (!copied.ok) {
    await forgetFiles(deps.files, mine);
    return turnAway(deps, act, order, copied.error);
  }
  const copy = copied.value;
  const keys = copy === null ? mine : [...mine, copy.fileKey];
  const write = () => writeInTime(deps, act, order, { file, copy, prepared });
  return keptOnlyIf(deps, keys, write, ({ fileKey }) => fileKey === file.fileKey);
}

async function writeInTime(
  deps: DepositDeps,
  act: Act,
  order: Omit<DepositOrder, 'file'>,
  arrived: Arrived,
): Promise<Result<FiledWith, Refusal>> {
  return onEnrolment<FiledWith, Refusal>(deps.db, { ...order, id: order.enrolmentId }, async (tx, enrolment) => {
    const { also } = order;
    const { file, copy, prepared } = arrived;
    const given: FiledWith = { ...promised(file), also: copy === null ? null : promised(copy) };
    const write = async (): Promise<Result<FiledWith, Refusal>> => {
      const shared = also !== undefined && copy !== null;
      if (shared && !(await mayShare(deps, tx, act, order.code, also, enrolment)))
        return refuse({ code: 'not-shared' });
      const first = { ...order, enrolment, file, prepared, receipt: given.receipt };
      const refusal = await fileUnder(deps, tx, act, first);
      if (refusal !== null) return refuse(refusal);
      if (!shared || given.also === null) return ok(given);
      const { receipt } = given.also;
      const second = { ...first, code: also, file: copy, prepared: null, receipt };
      const other = await fileUnder(deps, tx, act, second);
      if (other !== null) return refuse(other);
      if (prepared !== null && prepared.upload !== null) await writeAlsoReceipt(tx, prepared.upload, receipt);
      return ok(given);
    };
    // A browser may come back to the page as it was, key and all: another file is another deposit.
    const purpose = `deposit ${order.enrolmentId} ${[order.code, order.also].filter(Boolean).join('+')} ${arrived.file.sent.sha256}`;
    const { officerId: owner = order.candidateId } = order.given ?? {};
    const sent = { key: order.key, owner, purpose, content: order.given ?? null, promised: given };
    const filed = await onceAccepted<FiledWith, Refusal>(tx, sent, write);
    if (!filed.ok || filed.value.fileKey === arrived.file.fileKey) return filed;
    // The same file again, taken back or refused since: no double click.
    return stillCounts(await lockPiece(tx, enrolment.id, order.code), filed.value) ? filed : write();
  });
}

/** May the file given for one piece be given for the other too: by the rules, and now? */
async function mayShare(
  deps: DepositDeps,
  tx: Tx,
  act: Act,
  code: string,
  also: string,
  enrolment: Enrolment,
): Promise<boolean> {
  const pieces = await listPieces(tx, enrolment.id);
  const piece = pieces.find((one) => one.code === code);
  if (piece === undefined) return false;
  const moment = await readMoment(tx, act);
  const { alsoProves = [] } = deps.catalogue().pieceType(piece) ?? {};
  const shared = sharers(alsoProves, piece, pieces, (other) => refuseDeposit(other, moment) === null);
  return shared.some((other) => other.code === also);
}

function promised({ fileKey }: ReceivedFile): Filed {
  return { receipt: newReceipt(), fileKey };
}

type Filing = Omit<DepositOrder, 'file'> & {
  readonly enrolment: Enrolment;
  readonly file: ReceivedFile;
  readonly prepared: PreparedFile | null;
  readonly receipt: string;
};

/** null: it is filed. */
async function fileUnder(
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
  const refusal = refuseNow(enrolment, piece, moment, repeatable);
  if (refusal !== null) return refusal;
  let { unread } = file;
  if (order.phone !== undefined && !(await order.phone(tx, receipt))) return { code: 'phone-code-ended' };
  if (prepared !== null && prepared.upload !== null) {
    if (!(await endUpload(tx, prepared.upload, receipt))) return { code: 'upload-gone' };
  } else if (prepared !== null) {
    const sheets = await listSheets(tx, piece.id);
    if (!sameSheets(prepared.sheets, sheets)) return { code: 'sheets-changed' };
    if (unread !== null) unread = { ...unread, parts: await partsOf(tx, sheets) };
    await forgetSheets(tx, prepared.sheets);
  }
  const full = refuseForQuota(standing?.usage ?? (await readUsage(tx, enrolment.candidateId)), file.size);
  if (full !== null) return { code: full };
  const replaceOthers = !repeatable || piece.status === 'non-compliant';
  const depositId = await writeDeposit(
    tx,
    piece,
    { ...file, unread, receipt, given: given ?? null, begunAt: moment.begunAt, enrolmentVersion: enrolment.version },
    { replaceOthers, until: closingOf(piece) },
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

function stillCounts(piece: PieceWithFiles | null, { receipt }: Filed): boolean {
  return piece !== null && piece.status !== 'non-compliant' && piece.files.some((one) => one.receipt === receipt);
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
  if (refusal !== null) return shutBy(piece, refusal);
  return repeatable && piece.status !== 'non-compliant' && piece.files.length >= MOST_FILES
    ? { code: 'too-many-files' }
    : null;
}

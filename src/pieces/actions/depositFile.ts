import { type Enrolment, onEnrolment } from '../../enrolment/index.ts';
import {
  copyFile,
  forgetFiles,
  isOurs,
  keptOnlyIf,
  newReceipt,
  type ReceivedFile,
  receiveFile,
} from '../../keptFiles/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PieceWithFiles } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { closingOf } from '../rules/deadline.ts';
import { sharers } from '../rules/pieceLists.ts';
import { refuseDeposit } from '../rules/pieceState.ts';
import { listPieces, lockPiece } from '../store/pieces.ts';
import { writeAlsoReceipt } from '../store/uploads.ts';
import { type DepositDeps, type DepositOrder, fileUnder, type PreparedFile } from './fileUnder.ts';
import { recordTurnedAway } from './recordTurnedAway.ts';

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
      if (shared && !(await mayShare(deps, tx, act, order.code, also, enrolment, prepared)))
        return refuse({ code: 'not-shared' });
      const first = { ...order, enrolment, file, prepared, receipt: given.receipt };
      const refusal = await fileUnder(deps, tx, act, first);
      if (refusal !== null) return refuse(refusal);
      if (!shared || given.also === null) return ok(given);
      const { receipt } = given.also;
      // What it replaces was said of the first piece alone; when it began to arrive is true of both.
      const used = prepared === null ? null : { ...prepared, used: true };
      const second = { ...first, code: also, file: copy, prepared: used, receipt, replaces: false };
      const other = await fileUnder(deps, tx, act, second);
      if (other !== null) return refuse(other);
      if (prepared !== null && prepared.upload !== null) await writeAlsoReceipt(tx, prepared.upload, receipt);
      return ok(given);
    };
    // A browser may come back to the page as it was, key and all: another file is another deposit.
    const purpose = `deposit ${order.enrolmentId} ${[order.code, order.also].filter(Boolean).join('+')}${order.replaces === true ? ' replacing' : ''} ${arrived.file.sent.sha256}`;
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
  prepared: PreparedFile | null,
): Promise<boolean> {
  const pieces = await listPieces(tx, enrolment.id);
  const piece = pieces.find((one) => one.code === code);
  if (piece === undefined) return false;
  const arrived = await readMoment(tx, act);
  const moment = { ...arrived, begunAt: prepared?.begunAt ?? arrived.begunAt };
  const { alsoProves = [] } = deps.catalogue().pieceType(piece) ?? {};
  const shared = sharers(alsoProves, piece, pieces, (other) => refuseDeposit(other, moment) === null);
  return shared.some((other) => other.code === also);
}

function promised({ fileKey }: ReceivedFile): Filed {
  return { receipt: newReceipt(), fileKey };
}

function stillCounts(piece: PieceWithFiles | null, { receipt }: Filed): boolean {
  return piece !== null && piece.status !== 'non-compliant' && piece.files.some((one) => one.receipt === receipt);
}

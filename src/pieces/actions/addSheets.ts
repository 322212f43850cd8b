import { keptOnlyIf, type ReceivedFile } from '../../keptFiles/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { OpenUpload } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { refuseForQuota } from '../rules/quota.ts';
import { refuseSheet } from '../rules/sheets.ts';
import { listSheets, writeSheet } from '../store/sheets.ts';
import { endUpload } from '../store/uploads.ts';
import { readUsage } from '../store/usage.ts';
import { receiveFor, turnAway } from './depositFile.ts';
import { type DepositDeps, type DepositOrder, FIRST_ASKED, refuseNow } from './fileUnder.ts';
import { onPiece } from './onPiece.ts';

export type SheetOrder = Pick<DepositOrder, 'enrolmentId' | 'candidateId' | 'code' | 'phone'>;

/** Which of several files was refused, and why. Those before it are prepared. */
export type SheetRefusal = { readonly refusal: Refusal; readonly name: string };

/** Takes files to be made one document, one after the other as they arrive. Nothing is deposited yet. */
export async function addSheets(
  deps: DepositDeps,
  act: Act,
  order: SheetOrder,
  first: UploadedFile | null,
  next: () => Promise<UploadedFile | null>,
): Promise<Result<number, SheetRefusal>> {
  let added = 0;
  for (let file = first; added === 0 || file !== null; file = await next()) {
    const received = await receiveFor(deps, order, file);
    if (!received.ok) {
      const { error: refusal } = await turnAway(deps, act, order, received.error);
      return refuse({ refusal, name: file?.name ?? '' });
    }
    const kept = await addReceived(deps, act, order, received.value);
    if (!kept.ok) return refuse({ refusal: kept.error, name: received.value.name });
    added += 1;
  }
  return ok(added);
}

/** One file that has been received, in one go or by an upload, which ends with it. Where it is refused, its bytes go. */
export function addReceived(
  deps: DepositDeps,
  act: Act,
  order: SheetOrder,
  file: ReceivedFile,
  upload: Pick<OpenUpload, 'id' | 'begunAt'> | null = null,
): Promise<Result<null, Refusal>> {
  return keptOnlyIf(deps, [file.fileKey], () => writeInTime(deps, act, order, file, upload));
}

function writeInTime(
  deps: DepositDeps,
  act: Act,
  order: SheetOrder,
  file: ReceivedFile,
  upload: Pick<OpenUpload, 'id' | 'begunAt'> | null,
): Promise<Result<null, Refusal>> {
  return onPiece<null>(deps.db, order, async (tx, enrolment, piece) => {
    const arrived = await readMoment(tx, act);
    const moment = upload === null ? arrived : { ...arrived, begunAt: upload.begunAt };
    const repeatable = deps.catalogue().pieceType(piece)?.repeatable ?? false;
    const refusal = refuseNow(enrolment, piece, moment, { ...FIRST_ASKED, repeatable });
    if (refusal !== null) return refuse(refusal);
    if (order.phone !== undefined && !(await order.phone(tx, null))) return refuse({ code: 'phone-code-ended' });
    if (upload !== null && !(await endUpload(tx, upload.id, null))) return refuse({ code: 'upload-gone' });
    const sheets = await listSheets(tx, piece.id);
    const full = refuseSheet(sheets, file.pages) ?? refuseForQuota(await readUsage(tx, order.candidateId), file.size);
    if (full !== null) return refuse({ code: full });
    await writeSheet(tx, piece, file, moment, (sheets.at(-1)?.rank ?? 0) + 1);
    return ok(null);
  });
}

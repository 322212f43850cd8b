import { randomUUID } from 'node:crypto';
import { keptOnlyIf, refusalOf } from '../../keptFiles/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { OpenUpload } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { refusePart } from '../rules/parts.ts';
import { findUpload, lockUpload, type Part, writePart } from '../store/uploads.ts';
import type { SheetOrder } from './addSheets.ts';
import { type DepositDeps, FIRST_ASKED, refuseNow } from './fileUnder.ts';
import { onPiece } from './onPiece.ts';

export type PartOrder = SheetOrder & {
  readonly uploadId: string;
  /** The byte of the whole that it begins with. */
  readonly start: number;
  readonly file: UploadedFile | null;
};

/**
 * Takes the next part of an upload: whole or not at all, and for good once this answers. Gives how many bytes are here. The part is a
 * file of its own in the store: any node may take the next one, and a killed process loses nothing that it acknowledged.
 */
export async function addPart(deps: DepositDeps, act: Act, order: PartOrder): Promise<Result<number, Refusal>> {
  const { file, start } = order;
  const upload = await findUpload(deps.db, order.enrolmentId, order.code, order.uploadId);
  const refusal = refuseBefore(upload, order);
  if (file === null || upload === null || refusal !== null) {
    file?.content.resume();
    return refuse(refusal ?? { code: 'no-file' });
  }
  const fileKey = `${order.enrolmentId}/${randomUUID()}`;
  const kept = await storePart(deps, upload, { start, fileKey }, file);
  if (!kept.ok) return kept;
  const part = { start, fileKey, size: kept.value };
  return keptOnlyIf(deps, [fileKey], () => writeInTime(deps, act, order, upload, part));
}

function refuseBefore(upload: OpenUpload | null, { start }: PartOrder): Refusal | null {
  if (upload === null || upload.endedAt !== null) return { code: 'upload-gone' };
  return start === upload.received && start < upload.size
    ? null
    : { code: 'part-misplaced', received: upload.received };
}

async function storePart(
  deps: DepositDeps,
  upload: OpenUpload,
  { start, fileKey }: Pick<Part, 'start' | 'fileKey'>,
  file: UploadedFile,
): Promise<Result<number, Refusal>> {
  try {
    const stored = await deps.files.put(
      fileKey,
      file.content,
      async ({ size }) => !file.isTruncated() && refusePart(upload, { start, size }) === null,
    );
    return stored === null ? refuse({ code: 'part-size' }) : ok(stored.size);
  } catch (error) {
    return refusalOf(error, file);
  }
}

function writeInTime(
  deps: DepositDeps,
  act: Act,
  order: PartOrder,
  { id }: OpenUpload,
  part: Part,
): Promise<Result<number, Refusal>> {
  return onPiece<number>(deps.db, order, async (tx, enrolment, piece) => {
    if (order.phone !== undefined && !(await order.phone(tx, null))) return refuse({ code: 'phone-code-ended' });
    const upload = await lockUpload(tx, id);
    const late = refuseBefore(upload, order);
    if (upload === null || late !== null) return refuse(late ?? { code: 'upload-gone' });
    const { now } = await readMoment(tx, act);
    const repeatable = deps.catalogue().pieceType(piece)?.repeatable ?? false;
    const refusal = refuseNow(enrolment, piece, { begunAt: upload.begunAt, now }, { ...FIRST_ASKED, repeatable });
    if (refusal !== null) return refuse(refusal);
    await writePart(tx, id, part);
    return ok(upload.received + part.size);
  });
}

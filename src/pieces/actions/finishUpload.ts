import { forgetFiles, isOurs } from '../../keptFiles/index.ts';
import type { FileStore } from '../../platform/files.ts';
import { arrivals } from '../../platform/http/arrivals.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { OpenUpload } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { findUpload, listParts, type Part } from '../store/uploads.ts';
import { addReceived, type SheetOrder } from './addSheets.ts';
import { fileReceived, receiveFor } from './depositFile.ts';
import { dropUpload } from './dropUpload.ts';
import type { DepositDeps } from './fileUnder.ts';
import { recordTurnedAway } from './recordTurnedAway.ts';

export type FinishOrder = SheetOrder & {
  readonly uploadId: string;
  /** One of several that become one document: it is prepared, not deposited. */
  readonly prepare: boolean;
  readonly also?: string;
  readonly replaces?: boolean;
};

/** The deposit's receipt, and of the other piece that the same file was given for; both null where it was only prepared. */
export type Finished = { readonly receipt: string | null; readonly also: string | null };

/**
 * Makes of an upload that is whole what a plain form makes of a file: read, rewritten, counted and filed by the same hands. Asked
 * again, it gives the same answer: the first one may have been lost on the way. A file that can't be taken is forgotten; where the
 * reason is ours its bytes stay, and it may be asked again.
 */
export async function finishUpload(
  deps: DepositDeps,
  act: Act,
  order: FinishOrder,
): Promise<Result<Finished, Refusal>> {
  const find = () => findUpload(deps.db, order.enrolmentId, order.code, order.uploadId);
  const upload = await find();
  if (upload === null) return refuse({ code: 'upload-gone' });
  if (upload.endedAt !== null) return ok(finishedBy(upload));
  if (upload.received < upload.size) return refuse({ code: 'upload-unfinished' });
  const parts = await listParts(deps.db, upload.id);
  const done = await fileWhole(deps, act, order, upload, parts);
  // Asked twice at once: where the other one ended it meanwhile, its parts are gone, and its answer is the answer.
  const ended = done.ok ? null : await find();
  if (ended !== null && ended.endedAt !== null) return ok(finishedBy(ended));
  if (!done.ok && isOurs(done.error)) {
    await recordTurnedAway(deps, act, order, upload.begunAt);
    return done;
  }
  if (done.ok)
    await forgetFiles(
      deps.files,
      parts.map(({ fileKey }) => fileKey),
    );
  else await dropUpload(deps, order);
  return done;
}

function finishedBy({ receipt, alsoReceipt }: OpenUpload): Finished {
  return { receipt, also: alsoReceipt };
}

async function fileWhole(
  deps: DepositDeps,
  act: Act,
  order: FinishOrder,
  upload: OpenUpload,
  parts: readonly Part[],
): Promise<Result<Finished, Refusal>> {
  const content = arrivals.inTurn(order.candidateId, bytesOf(deps.files, parts));
  const file = { name: upload.name, content, isTruncated: () => false };
  const received = await receiveFor(deps, order, file);
  if (!received.ok) return received;
  if (upload.sha256 !== null && upload.sha256 !== received.value.sent.sha256) {
    await forgetFiles(deps.files, [received.value.fileKey]);
    return refuse({ code: 'upload-mixed' });
  }
  if (order.prepare) {
    const added = await addReceived(deps, act, order, received.value, upload);
    return added.ok ? ok({ receipt: null, also: null }) : added;
  }
  const prepared = { sheets: [], upload: upload.id, begunAt: upload.begunAt, used: false };
  const filed = await fileReceived(deps, act, { ...order, key: upload.id }, received.value, prepared);
  return filed.ok ? ok({ receipt: filed.value.receipt, also: filed.value.also?.receipt ?? null }) : filed;
}

async function* bytesOf(files: Pick<FileStore, 'open'>, parts: readonly Part[]): AsyncGenerator<Buffer> {
  for (const { fileKey } of parts) yield* await files.open(fileKey);
}

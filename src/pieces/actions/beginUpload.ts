import { LARGEST_FILE, LARGEST_SENT } from '../../keptFiles/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PieceActDeps } from '../deps.ts';
import { MOST_UPLOADS, type OpenUpload } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { refuseForQuota } from '../rules/quota.ts';
import { type AnnouncedUpload, countUploads, findTwin, writeUpload } from '../store/uploads.ts';
import { readUsage } from '../store/usage.ts';
import type { SheetOrder } from './addSheets.ts';
import { FIRST_ASKED, refuseNow } from './fileUnder.ts';
import { onPiece } from './onPiece.ts';

/**
 * Begins a file that arrives in parts, or finds the one of the same content that was cut: then it goes on from there. What counts
 * against the deadline is when it was begun, however many times it was cut since.
 */
export async function beginUpload(
  deps: PieceActDeps,
  act: Act,
  order: SheetOrder,
  announced: AnnouncedUpload,
): Promise<Result<OpenUpload, Refusal>> {
  if (announced.size < 1) return refuse({ code: 'file-empty' });
  if (announced.size > LARGEST_SENT) return refuse({ code: 'too-large' });
  return onPiece<OpenUpload>(deps.db, order, async (tx, enrolment, piece) => {
    if (order.phone !== undefined && !(await order.phone(tx, null))) return refuse({ code: 'phone-code-ended' });
    const moment = await readMoment(tx, act);
    const twin = announced.sha256 === null ? null : await findTwin(tx, piece.id, announced);
    const { begunAt } = twin ?? moment;
    const repeatable = deps.catalogue().pieceType(piece)?.repeatable ?? false;
    const refusal = refuseNow(enrolment, piece, { ...moment, begunAt }, { ...FIRST_ASKED, repeatable });
    if (refusal !== null) return refuse(refusal);
    if (twin !== null) return ok(twin);
    if ((await countUploads(tx, order.candidateId)) >= MOST_UPLOADS) return refuse({ code: 'too-many-uploads' });
    const full = refuseForQuota(await readUsage(tx, order.candidateId), Math.min(announced.size, LARGEST_FILE));
    if (full !== null) return refuse({ code: full });
    return ok(await writeUpload(tx, piece, announced, begunAt));
  });
}

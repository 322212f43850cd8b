import { lockEnrolment } from '../../enrolment/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PieceActDeps, PiecesDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { moved, type Way } from '../rules/sheets.ts';
import { lockPiece } from '../store/pieces.ts';
import { forgetSheets, listSheets, orderSheets, turnSheet } from '../store/sheets.ts';
import type { SheetOrder } from './addSheets.ts';

export const ARRANGEMENTS = ['up', 'down', 'turn', 'remove'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** Moves, turns or takes away one of the files prepared for a piece. One that is no longer there is as if it had been done. */
export async function arrangeSheet(
  deps: PieceActDeps & { readonly files: Pick<PiecesDeps['files'], 'remove'> },
  order: SheetOrder & { readonly sheetId: string; readonly arrangement: Arrangement },
): Promise<Result<null, Refusal>> {
  const { arrangement, sheetId } = order;
  const done = await transact<string | null, Refusal>(deps.db, async (tx) => {
    const enrolment = await lockEnrolment(tx, order.enrolmentId);
    if (enrolment === null || enrolment.candidateId !== order.candidateId) return refuse({ code: 'not-found' });
    const piece = await lockPiece(tx, enrolment.id, order.code);
    if (piece === null) return refuse({ code: 'not-found' });
    const sheets = await listSheets(tx, piece.id);
    const sheet = sheets.find(({ id }) => id === sheetId);
    if (sheet === undefined) return ok(null);
    if (arrangement === 'turn') await turnSheet(tx, sheet.id);
    else if (arrangement === 'remove') await forgetSheets(tx, [sheet]);
    else await orderSheets(tx, moved(sheets, sheet.id, arrangement satisfies Way));
    return ok(arrangement === 'remove' ? sheet.fileKey : null);
  });
  if (!done.ok) return done;
  // What can't be removed now is nobody's, and swept.
  if (done.value !== null) await deps.files.remove(done.value).catch(() => undefined);
  return ok(null);
}

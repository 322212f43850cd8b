import { ok, type Result } from '../../platform/result.ts';
import type { PieceActDeps, PiecesDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { type MoveWay, movedSheet } from '../rules/sheets.ts';
import { forgetSheets, listSheets, orderSheets, turnSheet } from '../store/sheets.ts';
import type { SheetOrder } from './addSheets.ts';
import { onPiece } from './onPiece.ts';

export const ARRANGEMENTS = ['up', 'down', 'turn', 'remove'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** Moves, turns or takes away one of the files prepared for a piece. One that is no longer there is as if it had been done. */
export async function arrangeSheet(
  deps: PieceActDeps & { readonly files: Pick<PiecesDeps['files'], 'remove'> },
  order: SheetOrder & { readonly sheetId: string; readonly arrangement: Arrangement },
): Promise<Result<null, Refusal>> {
  const { arrangement, sheetId } = order;
  const done = await onPiece<string | null>(deps.db, order, async (tx, _, piece) => {
    const sheets = await listSheets(tx, piece.id);
    const sheet = sheets.find(({ id }) => id === sheetId);
    if (sheet === undefined) return ok(null);
    if (arrangement === 'turn') await turnSheet(tx, sheet.id);
    else if (arrangement === 'remove') await forgetSheets(tx, [sheet]);
    else await orderSheets(tx, movedSheet(sheets, sheet.id, arrangement satisfies MoveWay));
    return ok(arrangement === 'remove' ? sheet.fileKey : null);
  });
  if (!done.ok) return done;
  // What can't be removed now is nobody's, and swept.
  if (done.value !== null) await deps.files.remove(done.value).catch(() => undefined);
  return ok(null);
}

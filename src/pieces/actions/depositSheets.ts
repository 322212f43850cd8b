import { createHash, randomUUID } from 'node:crypto';
import { StoreFault } from '../../platform/files.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { LARGEST_FILE, MOST_PAGES, MOST_PIXELS, type PieceWithFiles, type Sheet } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { begunWith, sentAs } from '../rules/sheets.ts';
import { listSheets } from '../store/sheets.ts';
import type { SheetOrder } from './addSheets.ts';
import { type DepositDeps, type FiledWith, fileReceived } from './depositFile.ts';
import type { ReceivedFile } from './receiveFile.ts';

const LIMITS = { bytes: LARGEST_FILE, pages: MOST_PAGES, pixels: MOST_PIXELS };

/**
 * Makes one document of the files prepared for a piece, and deposits it. It counts as begun when the last of them began to arrive.
 * null: nothing is prepared (any more).
 */
export async function depositSheets(
  deps: DepositDeps,
  act: Act,
  order: SheetOrder & { readonly key: string | null },
  piece: Pick<PieceWithFiles, 'id'>,
): Promise<Result<FiledWith, Refusal> | null> {
  const sheets = await listSheets(deps.db, piece.id);
  const begunAt = begunWith(sheets);
  if (begunAt === null) return null;
  const made = await oneOf(deps, order, sheets);
  if (!made.ok) return made;
  const filed = await fileReceived(deps, act, order, made.value, { sheets, begunAt, upload: null });
  if (!filed.ok) return filed;
  for (const { fileKey } of sheets)
    if (fileKey !== filed.value.fileKey) await deps.files.remove(fileKey).catch(() => undefined);
  return filed;
}

async function oneOf(
  deps: DepositDeps,
  order: SheetOrder,
  sheets: readonly Sheet[],
): Promise<Result<ReceivedFile, Refusal>> {
  const [only] = sheets;
  if (only !== undefined && sheets.length === 1 && only.turns === 0) return ok({ ...only, hints: null });
  const made = await deps.inspector.join({
    owner: order.candidateId,
    limits: LIMITS,
    read: () =>
      Promise.all(sheets.map(async ({ fileKey, turns }) => ({ bytes: await deps.files.read(fileKey), turns }))),
  });
  if ('fault' in made) return refuse({ code: `file-${made.fault}` });
  const content = Buffer.from(made.content);
  const fileKey = `${order.enrolmentId}/${randomUUID()}`;
  try {
    await deps.files.write(fileKey, content);
  } catch (error) {
    if (error instanceof StoreFault) return refuse({ code: 'store-unwritable' });
    throw error;
  }
  return ok({
    fileKey,
    type: made.kind,
    name: `${(only?.name ?? '').replace(/\.[a-z]+$/i, '') || 'document'}.pdf`,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    pages: made.pages,
    sent: sentAs(sheets),
    hints: made.hints ?? null,
  });
}

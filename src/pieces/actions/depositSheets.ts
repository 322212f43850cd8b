import { randomUUID } from 'node:crypto';
import {
  forgetFiles,
  joinedName,
  keepReadUpload,
  LIMITS,
  newAside,
  type ReceivedFile,
  refusalOf,
} from '../../keptFiles/index.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PieceSheet, PieceWithFiles, SaidBeside } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { begunWith, sentAs } from '../rules/sheets.ts';
import { listSheets } from '../store/sheets.ts';
import type { SheetOrder } from './addSheets.ts';
import { type FiledWith, fileReceived } from './depositFile.ts';
import type { DepositDeps } from './fileUnder.ts';

/**
 * Makes one document of the files prepared for a piece, and deposits it. It counts as begun when the last of them began to arrive.
 * null: nothing is prepared (any more).
 */
export async function depositSheets(
  deps: DepositDeps,
  act: Act,
  order: SheetOrder & { readonly key: string | null } & Partial<SaidBeside>,
  piece: Pick<PieceWithFiles, 'id'>,
): Promise<Result<FiledWith, Refusal> | null> {
  const sheets = await listSheets(deps.db, piece.id);
  const begunAt = begunWith(sheets);
  if (begunAt === null) return null;
  const made = await oneOf(deps, order, sheets);
  if (!made.ok) return made;
  const filed = await fileReceived(deps, act, order, made.value, { sheets, begunAt, upload: null, used: false });
  if (!filed.ok) return filed;
  if (made.value.unread !== null) return filed;
  const joined = sheets.filter(({ fileKey }) => fileKey !== filed.value.fileKey).map(({ fileKey }) => fileKey);
  await forgetFiles(deps.files, joined);
  return filed;
}

async function oneOf(
  deps: DepositDeps,
  order: SheetOrder & Partial<SaidBeside>,
  sheets: readonly PieceSheet[],
): Promise<Result<ReceivedFile, Refusal>> {
  const [only] = sheets;
  const refused = sheets.find(({ refusal }) => refusal !== null);
  if (refused !== undefined && refused.refusal !== null) return refuse({ code: refused.refusal });
  if (only !== undefined && sheets.length === 1 && only.turns === 0 && !only.unread)
    return ok({ ...only, hints: null, unread: null });
  const unread = sheets.some((sheet) => sheet.unread);
  // What isn't one document yet can't be copied.
  if (order.also === undefined && (unread || !deps.inspector.isFree())) return ok(toJoin(order, sheets));
  if (unread) return refuse({ code: 'sheets-changed' });
  const made = await deps.inspector.join({
    owner: order.candidateId,
    limits: LIMITS,
    read: () =>
      Promise.all(sheets.map(async ({ fileKey, turns }) => ({ bytes: await deps.files.read(fileKey), turns }))),
  });
  if ('fault' in made) return refuse({ code: `file-${made.fault}` });
  const name = joinedName(only?.name ?? '');
  try {
    const key = `${order.enrolmentId}/${randomUUID()}`;
    return ok(await keepReadUpload(deps, key, name, { rendering: made, sent: sentAs(sheets) }));
  } catch (error) {
    return refusalOf(error);
  }
}

/** One document of several files, joined when its turn to be read comes: which bytes it is made of is said as it is written. */
function toJoin({ enrolmentId: folder, candidateId: owner }: SheetOrder, sheets: readonly PieceSheet[]): ReceivedFile {
  const sent = sentAs(sheets);
  const { sha256, size } = sent;
  const name = joinedName(sheets[0]?.name ?? '');
  const unread = { folder, owner, parts: [] };
  return {
    fileKey: newAside().key,
    type: 'application/pdf',
    name,
    size,
    sha256,
    pages: null,
    sent,
    hints: null,
    unread,
  };
}

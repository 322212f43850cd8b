import { onEnrolment } from '../../enrolment/index.ts';
import { copyFile, forgetFiles, keptOnlyIf, newReceipt, type ReceivedFile } from '../../keptFiles/index.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Refusal } from '../refusals.ts';
import { type Already, alreadyGiven } from '../rules/pieceLists.ts';
import { listFiles } from '../store/deposits.ts';
import { listPieces } from '../store/pieces.ts';
import { turnAway } from './depositFile.ts';
import { type DepositDeps, type DepositOrder, fileUnder } from './fileUnder.ts';

type Order = Pick<DepositOrder, 'enrolmentId' | 'candidateId' | 'code'>;

/**
 * Gives for a piece what was given for another that the same documents stand for: copies, each with a receipt of its own, all or none. The
 * receipt of the last; null: there is nothing to give so (any more), as after a double click.
 */
export async function giveAlready(
  deps: DepositDeps,
  act: Act,
  order: Order,
): Promise<Result<{ readonly receipt: string } | null, Refusal>> {
  const found = foundFor(deps, order, await listPieces(deps.db, order.enrolmentId));
  if (found === null) return ok(null);
  const copies: ReceivedFile[] = [];
  const keys = () => copies.map(({ fileKey }) => fileKey);
  for (const file of await asReceived(deps, found)) {
    const copied = await copyFile(deps, order.enrolmentId, file);
    if (!copied.ok) {
      await forgetFiles(deps.files, keys());
      return turnAway(deps, act, order, copied.error);
    }
    copies.push(copied.value);
  }
  const write = () => writeAll(deps, act, order, found, copies);
  return keptOnlyIf(deps, keys(), write, (given) => given !== null);
}

function foundFor(
  { catalogue }: DepositDeps,
  { code }: Order,
  pieces: Parameters<typeof alreadyGiven>[2],
): Already | null {
  const piece = pieces.find((one) => one.code === code);
  return piece === undefined ? null : alreadyGiven((one) => catalogue().pieceType(one), piece, pieces);
}

/** With what their pages look like, for whoever judges them. */
async function asReceived({ db }: DepositDeps, { from, files }: Already): Promise<readonly ReceivedFile[]> {
  const shown = await listFiles(db, from.academy, from.id);
  return shown.flatMap(({ sent, ...file }) =>
    sent === null || !files.some(({ id }) => id === file.id) ? [] : [{ ...file, sent, unread: null }],
  );
}

function writeAll(
  deps: DepositDeps,
  act: Act,
  order: Order,
  found: Already,
  copies: readonly ReceivedFile[],
): Promise<Result<{ readonly receipt: string } | null, Refusal>> {
  const of = { id: order.enrolmentId, candidateId: order.candidateId };
  return onEnrolment<{ readonly receipt: string } | null, Refusal>(deps.db, of, async (tx, enrolment) => {
    const now = foundFor(deps, order, await listPieces(tx, enrolment.id));
    const ids = (one: Already | null) => one?.files.map(({ id }) => id).join();
    if (ids(now) !== ids(found)) return ok(null);
    let receipt = '';
    for (const file of copies) {
      receipt = newReceipt();
      const refusal = await fileUnder(deps, tx, act, { ...order, enrolment, file, prepared: null, receipt, key: null });
      if (refusal !== null) return refuse(refusal);
    }
    return ok({ receipt });
  });
}

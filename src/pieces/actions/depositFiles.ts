import type { UploadedFile } from '../../platform/http/upload.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Refusal } from '../refusals.ts';
import { addReceived, addSheets } from './addSheets.ts';
import { type FiledWith, fileReceived, receiveFor, turnAway } from './depositFile.ts';
import type { DepositDeps, DepositOrder } from './fileUnder.ts';

export type NotFiled = {
  readonly refusal: Refusal;
  /** Of the file, where there were several. */
  readonly name: string;
  /** Others are prepared already. */
  readonly prepared: boolean;
};

/** One file is deposited at once; several chosen together are prepared to become one document. */
export async function depositFiles(
  deps: DepositDeps,
  act: Act,
  order: DepositOrder & { readonly next: () => Promise<UploadedFile | null> },
): Promise<Result<FiledWith | 'prepared', NotFiled>> {
  const alone = (refusal: Refusal) => refuse({ refusal, name: '', prepared: false });
  const received = await receiveFor(deps, order, order.file);
  if (!received.ok) return alone((await turnAway(deps, act, order, received.error)).error);
  // Cut between two files: the first, which came whole, isn't what was meant.
  const second = await order.next().catch(async (error: unknown) => {
    await deps.files.remove(received.value.fileKey).catch(() => undefined);
    throw error;
  });
  if (second === null) {
    const filed = await fileReceived(deps, act, order, received.value);
    return filed.ok ? filed : alone(filed.error);
  }
  const first = await addReceived(deps, act, order, received.value);
  if (!first.ok) {
    second.content.resume();
    return alone(first.error);
  }
  const others = await addSheets(deps, act, order, second, order.next);
  return others.ok ? ok('prepared') : refuse({ ...others.error, prepared: true });
}

import {
  type KeepingRefusal,
  keptOnlyIf,
  LARGEST_SENT,
  type ReceivedFile,
  receiveFile,
} from '../../keptFiles/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PostedDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { insertLetter, letterFolder } from '../store/caseLetters.ts';
import { openTyped, type TypedRequest } from './askAfter.ts';

export type TypedLetter = TypedRequest & { readonly file: UploadedFile | null; readonly key: string | null };
/** Of what was typed, or of the scan. */
export type TypingRefusal = KeepingRefusal<Refusal>;
export const LARGEST_LETTER = LARGEST_SENT;

/** A request by letter, with the scan of it, under the checks of every file. Two clicks are one; what is refused leaves nothing behind. */
export async function typeRequest(
  deps: PostedDeps,
  act: Act,
  { file, ...order }: TypedLetter,
): Promise<Result<null, TypingRefusal>> {
  const folder = letterFolder(order.academy);
  const received = await receiveFile(deps, { folder, owner: order.officerId, file });
  if (!received.ok) return refuse({ file: received.error });
  let isKept = false;
  const keep = (): void => {
    isKept = true;
  };
  const { value } = received;
  const done = await keptOnlyIf(
    deps,
    [value.fileKey],
    () => write(deps, act, order, value, keep),
    () => isKept,
  );
  return done.ok ? done : refuse({ own: done.error });
}

function write(
  deps: PostedDeps,
  act: Act,
  { key, ...order }: Omit<TypedLetter, 'file'>,
  file: ReceivedFile,
  keep: () => void,
): Promise<Result<null, Refusal>> {
  const sent = {
    key,
    owner: order.officerId,
    purpose: `letter ${order.enrolmentId} ${order.kind}`,
    content: { order, scan: file.sent.sha256 },
  };
  return transact<null, Refusal>(deps.db, (tx) =>
    onceAccepted<null, Refusal>(tx, sent, async () => {
      const opened = await openTyped(deps, tx, act, order);
      if (!opened.ok) return opened;
      await insertLetter(tx, { caseId: opened.value, academy: order.academy, scans: deps.scans }, file);
      if (deps.scans) await deps.jobs.enqueue(tx, 'caseLetter.scan', { caseId: opened.value });
      keep();
      return ok(null);
    }),
  );
}

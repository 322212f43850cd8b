import { lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { FileStore } from '../../platform/files.ts';
import { SYSTEM } from '../../platform/journal.ts';
import type { PieceActDeps } from '../deps.ts';
import { eraseFrom } from '../rules/retention.ts';
import { type Ended, listEnded, markErased } from '../store/erasures.ts';

export type EraseDeps = PieceActDeps & { readonly files: Pick<FileStore, 'remove'> };

const BATCH = 100;

/**
 * Destroys the bytes of the files whose retention is over; says how many. A session that the rules no longer know keeps its
 * files: nobody can say until when.
 */
export async function eraseFiles(deps: EraseDeps): Promise<number> {
  const { now } = await readMoment(deps.db, SYSTEM);
  let [erased, last]: [number, string | null] = [0, null];
  do {
    const files: readonly Ended[] = await listEnded(deps.db, now, last, BATCH);
    for (const file of files) if (isOver(deps, file, now) && (await erase(deps, file))) erased += 1;
    last = files.at(-1)?.id ?? null;
  } while (last !== null);
  return erased;
}

function isOver({ catalogue }: EraseDeps, file: Ended, now: Temporal.Instant): boolean {
  const session = catalogue().session(file.session);
  const from = session === undefined ? null : eraseFrom(file, session.lastCorrectionAt);
  return from !== null && Temporal.Instant.compare(from, now) <= 0;
}

/** The row first: nobody opens the file any more. What a crash leaves of its bytes is then nobody's, and swept. */
async function erase(deps: EraseDeps, file: Ended): Promise<boolean> {
  const marked = await deps.db.transaction().execute(async (tx) => {
    const enrolment = await lockEnrolment(tx, file.enrolmentId);
    if (enrolment === null || !(await markErased(tx, file.id))) return false;
    const { enrolmentId, pieceId, code, confidential, id: depositId, receipt } = file;
    const payload = { enrolmentId, pieceId, code, confidential, depositId, receipt };
    await deps.events.publish(tx, SYSTEM, 'piece.fileErased', subjectOf(enrolment), payload);
    return true;
  });
  if (marked) await deps.files.remove(file.fileKey);
  return marked;
}

import { lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { type Disputed, eraseFile, inParts } from '../../keptFiles/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { DueAlone } from '../../platform/database/due.ts';
import type { FileStore } from '../../platform/files.ts';
import { SYSTEM } from '../../platform/journal.ts';
import type { PieceActDeps } from '../deps.ts';
import { depositErasedFrom, filesKept } from '../rules/retention.ts';
import { type Ended, listEnded, markErased } from '../store/erasures.ts';

export type EraseDeps = PieceActDeps & { readonly files: Pick<FileStore, 'remove'> };

/** The bytes of the files whose retention is over. A session that the rules no longer know keeps its files: nobody can say until when. */
export function dueFiles(deps: EraseDeps, disputed: Disputed): DueAlone {
  return {
    count: () => eachOver(deps, disputed, async () => true),
    erase: () => eachOver(deps, disputed, (file) => erase(deps, file)),
  };
}

async function eachOver(deps: EraseDeps, disputed: Disputed, act: (file: Ended) => Promise<boolean>): Promise<number> {
  const { now } = await readMoment(deps.db, SYSTEM);
  return inParts(
    (after, limit) => listEnded(deps.db, now, after, limit),
    async (file) => isOver(deps, file, now) && (await act(file)),
    disputed,
  );
}

function isOver({ catalogue }: EraseDeps, file: Ended, now: Temporal.Instant): boolean {
  const session = catalogue().session(file.session);
  const from = session === undefined ? null : depositErasedFrom(file, session.lastCorrectionAt, filesKept(catalogue()));
  return from !== null && Temporal.Instant.compare(from, now) <= 0;
}

function erase(deps: EraseDeps, file: Ended): Promise<boolean> {
  return eraseFile(deps, file.fileKey, async (tx) => {
    const enrolment = await lockEnrolment(tx, file.enrolmentId);
    if (enrolment === null || !(await markErased(tx, file.id))) return false;
    const { enrolmentId, pieceId, code, confidential, id: depositId, receipt } = file;
    const payload = { enrolmentId, pieceId, code, confidential, depositId, receipt };
    await deps.events.publish(tx, SYSTEM, 'piece.fileErased', subjectOf(enrolment), payload);
    return true;
  });
}

import { healthSubjectOf, onRunning } from '../../../enrolment/index.ts';
import { keepFile, letWait, newReceipt, partedByReading, type ReceivedFile } from '../../../keptFiles/index.ts';
import { readMoment } from '../../../platform/clock.ts';
import { onceAccepted } from '../../../platform/http/once.ts';
import type { UploadedFile } from '../../../platform/http/upload.ts';
import type { Act } from '../../../platform/journal.ts';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import { isUuid } from '../../../platform/uuid.ts';
import type { ExcuseDeps } from '../../deps.ts';
import { MOST_OF_EXCUSES } from '../excuse.ts';
import type { ExcuseRefusal, GivingRefusal } from '../refusals.ts';
import { isOfSame, mayAdd } from '../rules/excuseAnswers.ts';
import { writeAct } from '../store/excuses.ts';
import { insertProof, listProofs, PROOFS_ROOM } from '../store/proofs.ts';
import { type ExcuseOwner, lockWhere } from './ownActs.ts';

export type ProofOrder = ExcuseOwner & {
  readonly excuseId: string;
  readonly file: UploadedFile | null;
  readonly key: string | null;
};
type Given = { readonly fileKey: string };

/** A document to an excuse that waits, under the checks of every file. What was read is read again. What is refused leaves nothing behind. */
export async function giveProof(
  deps: Pick<ExcuseDeps, 'db' | 'events' | 'files' | 'inspector'>,
  act: Act,
  order: ProofOrder,
): Promise<Result<null, GivingRefusal>> {
  const { id, candidateId: owner, file } = order;
  const kept = await keepFile(deps, { folder: `absence/${id}`, owner, file, mayWait: true }, (received) =>
    write(deps, act, order, received),
  );
  return kept.ok ? ok(null) : kept;
}

function write(
  { db, events }: Pick<ExcuseDeps, 'db' | 'events'>,
  act: Act,
  order: ProofOrder,
  file: ReceivedFile,
): Promise<Result<Given, ExcuseRefusal>> {
  return onRunning<Given, ExcuseRefusal>(
    db,
    { id: order.id, candidateId: order.candidateId },
    async (tx, enrolment) => {
      const purpose = `proof ${order.excuseId} ${file.sent.sha256}`;
      const sent = { key: order.key, owner: order.candidateId, purpose, content: null };
      return onceAccepted<Given, ExcuseRefusal>(tx, sent, async () => {
        const before = await listProofs(tx, isUuid(order.excuseId) ? [order.excuseId] : []);
        const { given, unreadable } = partedByReading(before, isOfSame);
        const excuse = await lockWhere(tx, enrolment, order.excuseId, (one, decisions) =>
          mayAdd(one, decisions, unreadable),
        );
        if (!excuse.ok) return excuse;
        if (given.length >= MOST_OF_EXCUSES.documents) return refuse({ code: 'too-many-documents' });
        const { begunAt, now } = await readMoment(tx, act);
        const receipt = newReceipt();
        const proofId = await insertProof(tx, excuse.value, { ...file, receipt, begunAt });
        // No text gives a delay: of two that wait, the first that came is read first.
        if (file.unread !== null) await letWait(tx, { room: PROOFS_ROOM, id: proofId }, file.unread, now);
        await writeAct(tx, excuse.value, 'add-document');
        await events.publish(tx, act, 'excuse.proofGiven', healthSubjectOf(enrolment), {
          enrolmentId: order.id,
          proofId,
          sha256: file.sha256,
          sentSha256: file.sent.sha256,
          receipt,
        });
        return ok({ fileKey: file.fileKey });
      });
    },
  );
}

import type { Catalogue } from '../../catalogue/index.ts';
import { type Enrolment, healthSubjectOf } from '../../enrolment/index.ts';
import {
  type KeepingRefusal,
  keepFile,
  LARGEST_FILE,
  letWait,
  newReceipt,
  type ReceivedFile,
} from '../../keptFiles/index.ts';
import { findTimeAgain } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { AccommodationDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { MOST } from '../request.ts';
import { requestEndsAt } from '../rules/calendar.ts';
import { mayGive } from '../rules/requestActs.ts';
import { DOCUMENTS_ROOM, insertDocument, readUsage } from '../store/documents.ts';
import { lockRequest } from '../store/requests.ts';
import { onOwn, type RequestOwner } from './onOwn.ts';
import { draft } from './writeRequest.ts';

export type DocumentOrder = RequestOwner & {
  readonly kind: string;
  /** The lines of the exam's checklist. */
  readonly kinds: readonly string[];
  readonly file: UploadedFile | null;
  readonly key: string | null;
};

/** Of the request, or of the file itself. */
export type GivingRefusal = KeepingRefusal<Refusal>;
type Given = { readonly receipt: string; readonly fileKey: string };

/** Where its documents are kept: apart from those of pieces. */
const folderOf = (enrolmentId: string): string => `health/${enrolmentId}`;

/** Takes a document of health, under the checks of every file. What is refused leaves nothing behind. */
export async function giveDocument(
  deps: Pick<AccommodationDeps, 'db' | 'events' | 'catalogue' | 'files' | 'inspector'>,
  act: Act,
  order: DocumentOrder,
): Promise<Result<Given, GivingRefusal>> {
  if (!order.kinds.includes(order.kind)) {
    order.file?.content.resume();
    return refuse({ own: { code: 'kind-unknown' } });
  }
  const { id, candidateId: owner, file } = order;
  return keepFile(deps, { folder: folderOf(id), owner, file, mayWait: true }, (received) =>
    write(deps, act, order, received),
  );
}

function write(
  { db, events, catalogue }: Pick<AccommodationDeps, 'db' | 'events' | 'catalogue'>,
  act: Act,
  order: DocumentOrder,
  file: ReceivedFile,
): Promise<Result<Given, Refusal>> {
  return onOwn<Given>(db, order, async (tx, enrolment) => {
    const purpose = `document ${order.id} ${file.sent.sha256}`;
    const sent = { key: order.key, owner: order.candidateId, purpose, content: order.kind };
    return onceAccepted<Given, Refusal>(tx, sent, async () => {
      const before = await lockRequest(tx, enrolment.id);
      if (!mayGive(before)) return refuse({ code: 'decided' });
      const { stored, removed, bytes } = await readUsage(tx, enrolment.id);
      if (stored >= MOST.documents || bytes + Math.min(file.size, LARGEST_FILE) > MOST.bytes)
        return refuse({ code: 'too-many-documents' });
      if (removed >= MOST.removed) return refuse({ code: 'too-many-removed' });
      const request = before ?? (await draft(tx, enrolment));
      const { begunAt } = await readMoment(tx, act);
      const receipt = newReceipt();
      const documentId = await insertDocument(tx, request, { ...file, kind: order.kind, receipt, begunAt });
      if (file.unread !== null) {
        const until = request.askedUntil ?? (await endOf(catalogue(), tx, enrolment)) ?? begunAt;
        await letWait(tx, { room: DOCUMENTS_ROOM, id: documentId }, file.unread, until);
      }
      await events.publish(tx, act, 'accommodation.documentGiven', healthSubjectOf(enrolment), {
        enrolmentId: enrolment.id,
        documentId,
        sha256: file.sha256,
        sentSha256: file.sent.sha256,
        receipt,
      });
      return ok({ receipt, fileKey: file.fileKey });
    });
  });
}

/** Until when a request that nobody asked for may be sent: of two documents that wait, the one whose time ends first is read first. */
async function endOf(catalogue: Catalogue, tx: Tx, { id, session }: Enrolment): Promise<Temporal.Instant | null> {
  const rules = catalogue.session(session);
  return rules === undefined ? null : requestEndsAt(rules, await findTimeAgain(tx, id));
}

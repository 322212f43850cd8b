import { type Enrolment, isRunning } from '../../enrolment/index.ts';
import { type Judged, judge } from '../../lots/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { OfficeDocument } from '../document.ts';
import { documentsOf } from '../events.ts';
import type { DocumentRefusal } from '../refusals.ts';
import { listHolders, listRecipients, lockDocument, markAbandoned, markOrdered } from '../store/documents.ts';

/** What would become of a document for these people now. Nothing is written. */
export async function previewDocument(
  db: Database,
  { id: publicationId, alone }: Pick<OfficeDocument, 'id' | 'alone'>,
  enrolments: readonly Enrolment[],
): Promise<Judged<Enrolment, 'ended' | 'repeated'>> {
  const holders = await listHolders(
    db,
    publicationId,
    enrolments.map(({ id }) => id),
  );
  return judge(enrolments, (one) => {
    if (!alone && !isRunning(one)) return 'ended';
    return holders.has(one.id) ? 'repeated' : null;
  });
}

/** Has a draft given to whom it is meant for; a second time does nothing more. `scans`: is there an antivirus? */
export function orderDocument(
  { db, events, jobs, scans }: Pick<PaperActDeps, 'db' | 'events' | 'jobs'> & { readonly scans: boolean },
  act: Act,
  publicationId: string,
): Promise<Result<null, DocumentRefusal>> {
  return transact<null, DocumentRefusal>(db, async (tx) => {
    const document = await lockDocument(tx, publicationId);
    if (document === null) return refuse({ code: 'gone' });
    if (document.orderedAt !== null) return ok(null);
    if (document.scan === 'infected') return refuse({ code: 'infected' });
    if (scans && document.scan !== 'clean') return refuse({ code: 'being-scanned' });
    const recipients = (await listRecipients(tx, publicationId)).length;
    await markOrdered(tx, publicationId);
    await events.publish(tx, act, 'publication.ordered', documentsOf(document.academy), {
      publicationId,
      recipients,
    });
    await jobs.enqueue(tx, 'publication.give', { publicationId });
    return ok(null);
  });
}

/** Nobody gets it; its file goes. False when it was published, or abandoned, meanwhile. */
export async function abandonDocument(
  { db, files }: Pick<PaperActDeps, 'db'> & { readonly files: { readonly remove: (key: string) => Promise<void> } },
  publicationId: string,
): Promise<boolean> {
  const key = await db.transaction().execute(async (tx) => {
    const document = await lockDocument(tx, publicationId);
    if (document === null || document.orderedAt !== null) return null;
    await markAbandoned(tx, publicationId);
    return document.fileKey;
  });
  // Where it can't be removed now, the nightly sweep does.
  if (key !== null) await files.remove(key).catch(() => undefined);
  return key !== null;
}

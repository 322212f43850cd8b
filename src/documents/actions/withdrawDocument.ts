import { whyNotHeard } from '../../decisions/index.ts';
import { subjectOf } from '../../enrolment/index.ts';
import { type PaperActDeps, paperAddresses } from '../../papers/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { eachAlone } from '../../platform/database/eachAlone.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, ofOfficer } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { documentsOf } from '../events.ts';
import { documentMails } from '../mails.ts';
import type { DocumentRefusal } from '../refusals.ts';
import { holdDocument, listUntold, lockDocument, markTold, markWithdrawn } from '../store/documents.ts';

export type Withdrawal = { readonly id: string; readonly officerId: string; readonly reason: string };

/** Takes a document back: from this moment nobody opens it any more, and a job tells each who has it. */
export function withdrawDocument(
  { db, events, jobs }: Pick<PaperActDeps, 'db' | 'events' | 'jobs'>,
  act: Act,
  { id: publicationId, officerId, reason }: Withdrawal,
): Promise<Result<null, DocumentRefusal>> {
  return transact<null, DocumentRefusal>(db, async (tx) => {
    const document = await lockDocument(tx, publicationId);
    if (document === null || document.orderedAt === null) return refuse({ code: 'gone' });
    if (document.withdrawnAt !== null) return refuse({ code: 'withdrawn' });
    const untold = await listUntold(tx, publicationId);
    const unheard = await whyNotHeard(tx, act, untold, reason);
    if (unheard !== null) return refuse(unheard);
    await markWithdrawn(tx, publicationId, officerId, reason);
    const given = untold.length;
    await events.publish(tx, act, 'publication.withdrawn', documentsOf(document.academy), {
      publicationId,
      given,
    });
    await jobs.enqueue(tx, 'publication.tellWithdrawal', { publicationId });
    return ok(null);
  });
}

/** The job's part: harmless a second time. */
export async function tellWithdrawal(deps: PaperActDeps, publicationId: string): Promise<void> {
  const untold = await listUntold(deps.db, publicationId);
  await eachAlone(deps.db, untold, (tx, enrolmentId) => tellOne(deps, tx, publicationId, enrolmentId));
}

async function tellOne(deps: PaperActDeps, tx: Tx, publicationId: string, enrolmentId: string): Promise<void> {
  const about = await readAbout(deps, tx, enrolmentId);
  const document = await holdDocument(tx, publicationId);
  if (document === null || document.withdrawnBy === null || document.reason === null) return;
  if (!(await markTold(tx, publicationId, enrolmentId))) return;
  const { enrolment } = about;
  const act = ofOfficer(document.withdrawnBy, 'publication.tellWithdrawal');
  const payload = { enrolmentId: enrolment.id, publicationId };
  const eventId = await deps.events.publish(tx, act, 'publication.recalled', subjectOf(enrolment), payload);
  const { title, reason } = document;
  const values = { ...valuesOf(deps, about, paperAddresses.list(enrolment.id)), title, reason };
  await post(deps, tx, about, { eventId }, documentMails.withdrawn.write(values));
}

import { whyNotHeard } from '../../decisions/index.ts';
import { subjectOf } from '../../enrolment/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import { paperAddresses } from '../../papers/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { publicationsOf } from '../events.ts';
import type { PublicationRefusal } from '../refusals.ts';
import { holdPublication, listUntold, lockPublication, markTold, markWithdrawn } from '../store/documents.ts';
import { publicationTexts } from '../texts.ts';
import { actOf, eachAlone } from './giveDocument.ts';

export type Withdrawal = { readonly id: string; readonly officerId: string; readonly reason: string };

/** Takes a document back: from this moment nobody opens it any more, and a job tells each who has it. */
export function withdrawPublication(
  { db, events, jobs }: Pick<PaperActDeps, 'db' | 'events' | 'jobs'>,
  act: Act,
  { id: publicationId, officerId, reason }: Withdrawal,
): Promise<Result<null, PublicationRefusal>> {
  return transact<null, PublicationRefusal>(db, async (tx) => {
    const publication = await lockPublication(tx, publicationId);
    if (publication === null || publication.orderedAt === null) return refuse({ code: 'gone' });
    if (publication.withdrawnAt !== null) return refuse({ code: 'withdrawn' });
    const untold = await listUntold(tx, publicationId);
    const unheard = await whyNotHeard(tx, act, untold, reason);
    if (unheard !== null) return refuse(unheard);
    await markWithdrawn(tx, publicationId, officerId, reason);
    const given = untold.length;
    await events.publish(tx, act, 'publication.withdrawn', publicationsOf(publication.academy), {
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
  await eachAlone(deps, untold, (tx, enrolmentId) => tellOne(deps, tx, publicationId, enrolmentId));
}

async function tellOne(deps: PaperActDeps, tx: Tx, publicationId: string, enrolmentId: string): Promise<void> {
  const about = await readAbout(deps, tx, enrolmentId);
  const publication = await holdPublication(tx, publicationId);
  if (publication === null || publication.withdrawnBy === null || publication.reason === null) return;
  if (!(await markTold(tx, publicationId, enrolmentId))) return;
  const { enrolment } = about;
  const act = actOf(publication.withdrawnBy, 'publication.tellWithdrawal');
  const payload = { enrolmentId: enrolment.id, publicationId };
  const eventId = await deps.events.publish(tx, act, 'publication.recalled', subjectOf(enrolment), payload);
  const { title, reason } = publication;
  const values = { ...valuesOf(deps, about, paperAddresses.list(enrolment.id)), title, reason };
  await post(deps, tx, about, { eventId, template: 'publication.withdrawn' }, publicationTexts.mail(values));
}

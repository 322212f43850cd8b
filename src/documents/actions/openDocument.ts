import { subjectOf } from '../../enrolment/index.ts';
import type { PapersDeps } from '../../papers/index.ts';
import type { Act } from '../../platform/journal.ts';
import type { GivenDocument } from '../document.ts';
import { markOpened } from '../store/given.ts';

/** The candidate has the document under the eyes: written down the first time, as proof that it arrived. */
export async function openDocument(
  { db, events }: Pick<PapersDeps, 'db' | 'events'>,
  act: Act,
  { id: publicationId, enrolmentId, academy, session, openedAt }: GivenDocument,
): Promise<void> {
  if (openedAt !== null) return;
  await db.transaction().execute(async (tx) => {
    if (!(await markOpened(tx, enrolmentId, publicationId))) return;
    await events.publish(tx, act, 'publication.opened', subjectOf({ id: enrolmentId, academy, session }), {
      enrolmentId,
      publicationId,
    });
  });
}

/** May its candidate read it? Not once it is withdrawn, nor when an antivirus that came later found something in it. */
export function mayOpen({ withdrawnAt, scan }: Pick<GivenDocument, 'withdrawnAt' | 'scan'>): boolean {
  return withdrawnAt === null && scan !== 'infected';
}

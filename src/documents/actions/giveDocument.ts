import { isRunning, subjectOf } from '../../enrolment/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';

import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import { documentMails } from '../mails.ts';
import { holdDocument, listHolders, listRecipients, lockRecipient, settleRecipient } from '../store/documents.ts';
import { documentTexts } from '../texts.ts';

/** Gives a document to those who don't have it yet, each in a transaction of their own: a kill in between loses and doubles nothing. */
export async function giveDocument(deps: PaperActDeps, publicationId: string): Promise<void> {
  const recipients = await listRecipients(deps.db, publicationId);
  await eachAlone(
    deps,
    recipients.filter(({ state }) => state === 'planned').map(({ enrolmentId }) => enrolmentId),
    (tx, enrolmentId) => giveOne(deps, tx, publicationId, enrolmentId),
  );
}

/** One that fails keeps nobody else from being told; the job is then tried again. */
export async function eachAlone(
  { db }: Pick<PaperActDeps, 'db'>,
  enrolments: readonly string[],
  work: (tx: Tx, enrolmentId: string) => Promise<void>,
): Promise<void> {
  const faults: unknown[] = [];
  for (const enrolmentId of enrolments)
    await db
      .transaction()
      .execute((tx) => work(tx, enrolmentId))
      .catch((error: unknown) => {
        faults.push(error);
      });
  if (faults.length > 0) throw faults[0];
}

async function giveOne(deps: PaperActDeps, tx: Tx, publicationId: string, enrolmentId: string): Promise<void> {
  // The lock of every act on the enrolment comes first, as everywhere.
  const about = await readAbout(deps, tx, enrolmentId);
  const document = await holdDocument(tx, publicationId);
  if (document === null || (await lockRecipient(tx, publicationId, enrolmentId)) !== 'planned') return;
  const settle = (state: 'given' | 'ended' | 'repeated' | 'withdrawn') =>
    settleRecipient(tx, publicationId, enrolmentId, state);
  if (document.withdrawnAt !== null) return settle('withdrawn');
  if (!document.alone && !isRunning(about.enrolment)) return settle('ended');
  if ((await listHolders(tx, publicationId, [enrolmentId])).size > 0) return settle('repeated');
  await settle('given');
  const { enrolment } = about;
  const eventId = await deps.events.publish(
    tx,
    actOf(document.officerId, 'publication.give'),
    'publication.given',
    subjectOf(enrolment),
    { enrolmentId: enrolment.id, publicationId },
  );
  const path = addresses.given(enrolment.id, publicationId);
  const values = { ...valuesOf(deps, about, path), title: document.title };
  const behind = documentTexts.enclosed(document.title);
  await post(deps, tx, about, { eventId, behind }, documentMails.available.write(deps.catalogue(), values));
}

/** The officer's act, though a job carries it out. */
export function actOf(officerId: string, requestId: string): Act {
  return { actor: { kind: 'staff', id: officerId }, onBehalfOf: null, requestId, elapsed: () => 0 };
}

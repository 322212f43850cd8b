import { isRunning, subjectOf } from '../../enrolment/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { eachAlone } from '../../platform/database/eachAlone.ts';
import { ofOfficer } from '../../platform/journal.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import { documentMails } from '../mails.ts';
import { holdDocument, listHolders, listRecipients, lockRecipient, settleRecipient } from '../store/documents.ts';
import { documentTexts } from '../texts.ts';

/** Gives a document to those who don't have it yet, each in a transaction of their own: a kill in between loses and doubles nothing. */
export async function giveDocument(deps: PaperActDeps, publicationId: string): Promise<void> {
  const planned = (await listRecipients(deps.db, publicationId)).filter(({ state }) => state === 'planned');
  await eachAlone(deps.db, planned, (tx, { enrolmentId }) => giveOne(deps, tx, publicationId, enrolmentId));
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
    ofOfficer(document.officerId, 'publication.give'),
    'publication.given',
    subjectOf(enrolment),
    { enrolmentId: enrolment.id, publicationId },
  );
  const path = addresses.given(enrolment.id, publicationId);
  const values = { ...valuesOf(deps, about, path), title: document.title };
  const behind = documentTexts.enclosed(document.title);
  await post(deps, tx, about, { eventId, behind }, documentMails.available.write(deps.catalogue(), values));
}

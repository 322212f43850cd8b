import { isRunning, subjectOf } from '../../enrolment/index.ts';
import { eachPlanned } from '../../lots/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { ofOfficer } from '../../platform/journal.ts';
import { type About, post, valuesOf } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import type { RecipientState } from '../document.ts';
import { documentMails } from '../mails.ts';
import { DOCUMENTS, holdDocument, listHolders } from '../store/documents.ts';
import { documentTexts } from '../texts.ts';

/** Gives a document to those who don't have it yet, each in a transaction of their own: a kill in between loses and doubles nothing. */
export function giveDocument(deps: PaperActDeps, publicationId: string): Promise<void> {
  return eachPlanned(deps, DOCUMENTS, publicationId, (tx, about) => giveOne(deps, tx, publicationId, about));
}

async function giveOne(
  deps: PaperActDeps,
  tx: Tx,
  publicationId: string,
  about: About,
): Promise<Exclude<RecipientState, 'planned'>> {
  const { enrolment } = about;
  const document = await holdDocument(tx, publicationId);
  if (document === null) throw new Error(`The document ${publicationId} is given before it is ordered`);
  if (document.withdrawnAt !== null) return 'withdrawn';
  if (!document.alone && !isRunning(enrolment)) return 'ended';
  if ((await listHolders(tx, publicationId, [enrolment.id])).size > 0) return 'repeated';
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
  return 'given';
}

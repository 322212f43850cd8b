import { addressed } from '../../accounts/index.ts';
import { type EnrolmentId, lockEnrolment } from '../../enrolment/index.ts';

import type { Tx } from '../../platform/database/database.ts';
import { post } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import type { FormerActDeps } from '../deps.ts';
import { formerMails } from '../mails.ts';

/**
 * By a mail that says no mark: something about their former results waits on their page. An enrolment begun counts as one that stands.
 * `behind`: the answer, for a letter.
 */
export async function tellAnswer(
  deps: FormerActDeps,
  tx: Tx,
  enrolmentId: EnrolmentId,
  eventId: string,
  behind: string,
): Promise<void> {
  const enrolment = await lockEnrolment(tx, enrolmentId);
  const candidate = enrolment === null ? null : await deps.findCandidate(tx, enrolment.candidateId);
  const session = enrolment === null ? undefined : deps.catalogue().session(enrolment.session);
  const exam = session === undefined ? undefined : deps.catalogue().exam(session.exam);
  if (enrolment === null || candidate === null || session === undefined || exam === undefined)
    throw new Error(`Nobody to tell of ${enrolmentId}`);
  const values = {
    ...addressed(candidate),
    exam: exam.noun,
    session: session.label,
    link: new URL(addresses.own(enrolment.id), deps.publicUrl).href,
  };
  await post(
    deps,
    tx,
    { enrolment, candidate },
    { eventId, behind },
    formerMails.answered.write(deps.catalogue(), values),
  );
}

import { enrolmentAddresses, lockEnrolment, readEnrolmentId } from '../../enrolment/index.ts';
import type { JobKinds } from '../../platform/jobs.ts';
import { aboutOf } from '../about.ts';
import type { PaperActDeps } from '../deps.ts';
import { letter } from '../letter.ts';
import { post, valuesOf } from '../mails.ts';

/** The mail « validée », once the officer can no longer take the last decision back. */
export async function tellValidation(
  deps: PaperActDeps,
  validation: JobKinds['enrolment.tell-validation'],
): Promise<void> {
  const id = readEnrolmentId(validation.enrolmentId);
  if (id === null) return;
  await deps.db.transaction().execute(async (tx) => {
    const enrolment = await lockEnrolment(tx, id);
    if (enrolment?.status !== 'validated' || String(enrolment.validatedAt) !== validation.validatedAt) return;
    const candidate = await deps.findCandidate(tx, enrolment.candidateId);
    if (candidate === null) return;
    const about = aboutOf(deps.catalogue(), enrolment, candidate);
    const values = valuesOf(deps, about, enrolmentAddresses.hub(id));
    const template = 'enrolment.validated';
    await post(deps, tx, about, { eventId: validation.eventId, template }, letter(deps.catalogue(), template, values));
  });
}

import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { RegisterDeps } from '../deps.ts';
import { type Answers, type EnrolmentId, isLiving, sameAnswers } from '../enrolment.ts';
import { healthSubjectOf } from '../events.ts';
import { onEnrolment } from '../onEnrolment.ts';
import type { Refusal } from '../refusals.ts';
import { registeredFile } from '../registeredFile.ts';
import { writeUnsigned } from '../store/changes.ts';

export type DisabledWorkerDeclaration = {
  readonly id: EnrolmentId;
  readonly candidateId: string;
  readonly declared: boolean;
};

/**
 * Says, of a registered enrolment, whether its candidate is recognised as a disabled worker: the R.408 waiver is then offered
 * beside the certificates. Not bound to the register's window: the status may be granted after it, and the certificates are
 * given until March. The version and its signature stand.
 */
export async function declareDisabledWorker(
  deps: RegisterDeps,
  act: Act,
  { id, candidateId, declared }: DisabledWorkerDeclaration,
): Promise<Result<null, Refusal>> {
  return onEnrolment<null, Refusal>(deps.db, { id, candidateId }, async (tx, enrolment) => {
    const { registered, working } = enrolment;
    if (registered === null || !isLiving(enrolment)) return refuse({ code: 'ended' });
    const cfd = registered.qualification?.speciality;
    const speciality = typeof cfd === 'string' ? deps.catalogue().speciality(cfd) : undefined;
    if (speciality?.scaffolding === undefined) return refuse({ code: 'not-found' });
    const said = answered(registered, declared);
    if (sameAnswers(said, registered)) return ok(null);
    const candidate = await deps.findCandidate(tx, candidateId);
    if (candidate === null) return refuse({ code: 'not-found' });
    const health = { registered: said, working: working === null ? null : answered(working, declared) };
    const file = registeredFile(deps.catalogue(), await writeUnsigned(tx, id, health), candidate);
    await deps.events.publish(tx, act, 'health.declared', healthSubjectOf(enrolment), { enrolmentId: id }, file);
    return ok(null);
  });
}

function answered(answers: Answers, declared: boolean): Answers {
  const { qualification } = answers;
  if (qualification === undefined) return answers;
  return { ...answers, qualification: { ...qualification, disabledWorker: declared ? 'oui' : 'non' } };
}

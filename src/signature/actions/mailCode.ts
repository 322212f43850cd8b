import { type EnrolmentId, onRunning, subjectOf } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { addresses } from '../addresses.ts';
import type { SignatureDeps } from '../deps.ts';
import { signatureMails } from '../mails.ts';
import { type Refusal, waitOf } from '../refusals.ts';
import { signingOf } from '../signingOf.ts';
import { codeFor } from './signOnline.ts';
import { writeTo } from './writeTo.ts';

type CodeOrder = { readonly enrolmentId: EnrolmentId; readonly candidateId: string };

/**
 * Mails a code to the candidate who is to sign, at their account's address. It serves once, for ten minutes, for this version. Asked twice
 * within a minute, one leaves.
 */
export async function mailCode(deps: SignatureDeps, act: Act, order: CodeOrder): Promise<Result<null, Refusal>> {
  return onRunning<null, Refusal>(
    deps.db,
    { id: order.enrolmentId, candidateId: order.candidateId },
    async (tx, enrolment) => {
      const { now } = await readMoment(tx, act);
      const { by } = await signingOf(deps, tx, enrolment, now);
      const who = by.find(({ signer }) => signer === 'candidate');
      if (who === undefined) return refuse({ code: 'paper-only' });
      const made = await deps.accounts.actCodes.make(tx, codeFor(enrolment, who));
      if (!made.ok) return refuse({ code: 'too-many-codes', waitSeconds: waitOf(made.error) });
      const code = made.value;
      if (code === null) return ok(null);
      const { version } = enrolment;
      const data = { signer: who.signer, version };
      const eventId = await record(tx, act, 'signature.codeSent', subjectOf(enrolment), data);
      await writeTo(deps, tx, {
        enrolment,
        who,
        eventId,
        path: addresses.byCode(enrolment.id),
        words: (values) => signatureMails.code.write(deps.catalogue(), { ...values, code }),
      });
      return ok(null);
    },
  );
}

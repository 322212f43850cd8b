import { addressed } from '../../accounts/index.ts';
import { type EnrolmentId, onRunning, subjectOf } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { aboutOf, valuesOf } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import type { SignatureDeps } from '../deps.ts';
import { signatureMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import type { SignerRole } from '../signature.ts';
import { signingOf } from '../signingOf.ts';
import { codeFor, waitOf } from './signOnline.ts';

type CodeOrder = { readonly enrolmentId: EnrolmentId; readonly candidateId: string; readonly signer: SignerRole };

/**
 * Mails a code to who is to sign: the candidate at their account's address, the representative at their own, which must not be the
 * candidate's. It serves once, for ten minutes, for this version. Asked twice within a minute, one leaves.
 */
export async function mailCode(deps: SignatureDeps, act: Act, order: CodeOrder): Promise<Result<null, Refusal>> {
  return onRunning<null, Refusal>(
    deps.db,
    { id: order.enrolmentId, candidateId: order.candidateId },
    async (tx, enrolment) => {
      const { now } = await readMoment(tx, act);
      const { by } = await signingOf(deps, tx, enrolment, now);
      const who = by.find(({ signer }) => signer === order.signer);
      const candidate = await deps.findCandidate(tx, enrolment.candidateId);
      if (who === undefined || candidate === null) return refuse({ code: 'paper-only' });
      const made = await deps.accounts.actCodes.make(tx, codeFor(enrolment, who));
      if (!made.ok) return refuse({ code: 'too-many-codes', waitSeconds: waitOf(made.error) });
      if (made.value === null) return ok(null);
      const subject = subjectOf(enrolment);
      const { version, academy, session } = enrolment;
      const eventId = await record(tx, act, 'signature.codeSent', subject, { signer: who.signer, version });
      const about = aboutOf(deps.catalogue(), enrolment, candidate);
      const isOwn = who.signer === 'candidate';
      const greeted = isOwn ? addressed(candidate) : { civility: '', name: who.name };
      const values = { ...valuesOf(deps, about, addresses.byCode(enrolment.id)), ...greeted, code: made.value };
      const { subject: title, body, mail } = signatureMails.code.write(deps.catalogue(), values);
      await deps.outbox.post(tx, {
        eventId,
        template: mail.code,
        recipient: who.address,
        accountId: isOwn ? candidate.accountId : null,
        academy,
        session,
        subject: title,
        // Somebody without civility: « Bonjour  Paul ».
        body: body.replace(/ {2,}/g, ' '),
        onlyByMail: mail.onlyByMail,
        awaited: true,
      });
      return ok(null);
    },
  );
}

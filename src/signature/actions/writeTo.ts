import { addressed } from '../../accounts/index.ts';
import type { WrittenMail } from '../../catalogue/index.ts';
import type { Enrolment } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type About, aboutOf, type MailValues, valuesOf } from '../../post/index.ts';
import type { SignatureDeps } from '../deps.ts';
import type { InvitedSigner } from '../rules/whoSigns.ts';

type Sending = {
  readonly enrolment: Enrolment & { readonly number: string };
  readonly who: InvitedSigner;
  readonly eventId: string;
  /** What its link leads to. */
  readonly path: string;
  readonly words: (values: MailValues) => WrittenMail;
};

/** A mail that whoever is to sign waits for: the candidate at their account's address, the representative at their own. */
export async function writeTo(
  deps: Pick<SignatureDeps, 'catalogue' | 'findCandidate' | 'outbox' | 'publicUrl'>,
  tx: Tx,
  { enrolment, who, eventId, path, words }: Sending,
): Promise<void> {
  const candidate = await deps.findCandidate(tx, enrolment.candidateId);
  if (candidate === null) throw new Error(`Nobody signs ${enrolment.id}`);
  const about: About = aboutOf(deps.catalogue(), enrolment, candidate);
  const isOwn = who.signer === 'candidate';
  const greeted = isOwn ? addressed(candidate) : { civility: '', name: who.name };
  const { subject, body, mail } = words({ ...valuesOf(deps, about, path), ...greeted });
  await deps.outbox.post(tx, {
    eventId,
    template: mail.code,
    recipient: who.address,
    accountId: isOwn ? candidate.accountId : null,
    academy: enrolment.academy,
    session: enrolment.session,
    subject,
    // Somebody without civility: « Bonjour  Paul ».
    body: body.replace(/ {2,}/g, ' '),
    onlyByMail: mail.onlyByMail === true,
    awaited: true,
  });
}

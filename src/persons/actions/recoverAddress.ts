import type { AccountRefusal, RecoveryProof } from '../../accounts/index.ts';
import { subjectOf } from '../../enrolment/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import type { Result } from '../../platform/result.ts';
import { type FileAtDesk, unreachedSince } from '../../scope/index.ts';
import type { PersonDeps } from '../deps.ts';

type Deps = Pick<PersonDeps, 'db' | 'accounts' | 'catalogue'>;

export type RecoveryProposal = {
  readonly address: string;
  readonly proof: RecoveryProof;
  readonly seenOn: Temporal.PlainDate;
  /** Two clicks are one proposal. */
  readonly key: string | null;
};

/** A candidate lost their mail box: whoever saw the proof asks for another address (decision 054). */
export function proposeRecovery(
  deps: Deps,
  act: Act,
  { enrolment, candidate, staff }: FileAtDesk,
  { key, ...asked }: RecoveryProposal,
): Promise<Result<null, AccountRefusal>> {
  const officerId = staff.accountId;
  const order = { ...asked, officerId, accountId: candidate.accountId };
  const subject = { ...subjectOf(enrolment), academy: enrolment.academy };
  const sent = { key, owner: officerId, purpose: `address of ${enrolment.id}`, content: asked };
  return transact<null, AccountRefusal>(deps.db, (tx) =>
    onceAccepted<null, AccountRefusal>(tx, sent, () => deps.accounts.proposeRecovery(tx, act, subject, order)),
  );
}

/** A second person agrees, or nothing comes of it. An old address whose mails are refused can't object: nobody waits for it. */
export function decideRecovery(
  deps: Deps,
  act: Act,
  { enrolment, candidate, staff }: FileAtDesk,
  { recovery, step }: { readonly recovery: string; readonly step: 'approve' | 'drop' },
): Promise<Result<null, AccountRefusal>> {
  return transact<null, AccountRefusal>(deps.db, async (tx) =>
    deps.accounts.decideRecovery(tx, act, {
      academy: enrolment.academy,
      accountId: candidate.accountId,
      recovery,
      officerId: staff.accountId,
      step,
      waits: (await unreachedSince(tx, enrolment.candidateId)) === null,
      secondPersonDays: deps.catalogue().installation().secondPersonDays,
    }),
  );
}

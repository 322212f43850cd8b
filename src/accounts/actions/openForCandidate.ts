import type { Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountId, accountStream, type CivilStatus } from '../account.ts';
import { type AccountsDeps, libraryOn } from '../deps.ts';
import { candidateReader, inHours, post } from '../letters.ts';
import { newUnreachable } from '../mailbox.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { findByAddress, lockAddress } from '../store/accounts.ts';
import { insertCandidate } from '../store/candidates.ts';
import { resetLink } from './sendInvitation.ts';

/** A letter takes a week, and somebody who rarely reads mails another. */
const OPENED_HOURS = 14 * 24;

export type PaperAccount = {
  readonly academy: string;
  readonly status: CivilStatus;
  /** In lower case; null: this person has no mail box. */
  readonly address: string | null;
};

/**
 * An account that an officer opens from a paper form. Its owner chooses a password by the link of the mail, or takes it over later with
 * the code of a letter; until then nobody signs in to it. An address that is somebody's account already stays theirs.
 */
export async function openForCandidate(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  { academy, status, address: given }: PaperAccount,
): Promise<Result<AccountId, Refusal>> {
  const address = given ?? newUnreachable();
  await lockAddress(tx, address);
  if ((await findByAddress(tx, address)) !== null) return refuse({ code: 'address-taken' });
  const { internalAdapter } = await libraryOn(deps, tx).auth.$context;
  const user = await internalAdapter.createUser(
    { name: '', email: address, emailVerified: false },
    { method: 'paper' },
  );
  const id = accountId(user.id);
  await insertCandidate(tx, id, status);
  const subject = { stream: accountStream(id), academy, session: null };
  await deps.events.publish(tx, act, 'account.created', subject, { accountId: id });
  const eventId = await record(tx, act, 'account.openedOnPaper', subject, { mailbox: given !== null });
  if (given === null) return ok(id);
  await post(deps, tx, accountMails.opened, {
    eventId,
    reader: { ...candidateReader({ ...status, accountId: id, address }), academy },
    path: `/mot-de-passe-oublie?jeton=${await resetLink(deps, tx, address, OPENED_HOURS)}`,
    values: { contact: deps.contactOf(academy), deadline: await inHours(tx, OPENED_HOURS) },
  });
  return ok(id);
}

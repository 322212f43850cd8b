import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { accountStream, type SignedInCandidate, type SignedInPerson } from '../account.ts';
import { forgetMailed } from '../credentials/mailed.ts';
import type { AccountsDeps } from '../deps.ts';
import { candidateReader, post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import { lockAccount } from '../store/accounts.ts';
import { closeDoors, forgetPerson, stillOpen } from '../store/closings.ts';

/** Held until the transaction ends; false: it was closed meanwhile, or this sign-in ended. */
export async function lockOwnAccount(tx: Tx, session: SignedInPerson): Promise<boolean> {
  await lockAccount(tx, session.accountId);
  return stillOpen(tx, session);
}

/**
 * Closes an account that its owner holds (`lockOwnAccount`), where whoever calls found that it may be. Each room lets go of what is its own by
 * the event. `nameless`: nothing was ever registered, so that nothing has to say who it was.
 */
export async function closeAccount(
  deps: Pick<AccountsDeps, 'events' | 'outbox' | 'publicUrl' | 'catalogue'>,
  tx: Tx,
  act: Act,
  { accountId, candidate }: SignedInCandidate,
  nameless: boolean,
): Promise<void> {
  const reader = candidateReader(candidate);
  await closeDoors(tx, accountId);
  await forgetMailed(tx, ['code', 'signInCode', 'network'], accountId);
  if (nameless) await forgetPerson(tx, accountId);
  const subject = { stream: accountStream(accountId), academy: null, session: null };
  const eventId = await deps.events.publish(tx, act, 'account.closed', subject, { accountId });
  await post(deps, tx, accountMails.closed, { eventId, reader, path: '/contact', values: {} });
}

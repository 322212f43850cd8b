import type { Tx } from '../../platform/database/database.ts';
import type { AccountId } from '../account.ts';
import { codeMark, mailed, newCode, newToken } from '../credentials/mailed.ts';
import { type AccountsDeps, addressMark } from '../deps.ts';
import { type MailReader, post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import { writeMailed } from '../store/mailed.ts';

const ACTIVATION_HOURS = 24;

/**
 * The mail that proves an address: a link that needs no cookie and a code for those who read their mail elsewhere. Each mail
 * activates the form it was sent for (`signUp`); the code is that of the last mail.
 */
export async function sendActivation(
  deps: AccountsDeps,
  tx: Tx,
  reader: MailReader & { readonly accountId: AccountId },
  signUp: string | null,
  eventId: string,
): Promise<void> {
  const { accountId } = reader;
  const token = newToken();
  const code = newCode();
  await writeMailed(tx, [
    mailed('activation', token, { accountId, signUp, address: addressMark(deps, reader.address) }, ACTIVATION_HOURS),
    mailed('code', accountId, { mark: codeMark(deps, accountId, code), signUp }, ACTIVATION_HOURS),
  ]);
  await post(deps, tx, accountMails.activation, {
    eventId,
    reader,
    path: `/compte/activer?jeton=${token}`,
    values: { code },
  });
}

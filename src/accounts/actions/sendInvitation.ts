import type { Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import { accountStream } from '../account.ts';
import { askLibrary } from '../credentials/library.ts';
import { type AccountsDeps, addressMark, libraryOn } from '../deps.ts';
import { inHours, post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import type { KnownAccount } from '../store/accounts.ts';
import { texts } from '../texts.ts';
import { mayMail } from '../throttles.ts';

const INVITATION_HOURS = 7 * 24;

/** A link to choose the first password, for a member of staff who has none yet. Gives the entry of the journal; null: nothing left. */
export async function sendInvitation(
  deps: AccountsDeps,
  tx: Tx,
  known: KnownAccount,
  act: Act,
): Promise<string | null> {
  const { staff, accountId, address } = known;
  if (staff === null || staff.disabled || !(await mayMail(tx, 'invitation', addressMark(deps, address)))) return null;
  const token = await resetLink(deps, tx, address, INVITATION_HOURS);
  const subject = { stream: accountStream(accountId), academy: staff.academy, session: null };
  const eventId = await record(tx, act, 'staff.invited', subject, { role: staff.role });
  await post(deps, tx, accountMails.invitation, {
    eventId,
    reader: { accountId, address, civility: '', name: known.displayName, academy: staff.academy },
    path: `/mot-de-passe-oublie?jeton=${token}`,
    values: {
      role: texts.roles[staff.role],
      contact: deps.contactOf(staff.academy),
      deadline: await inHours(tx, INVITATION_HOURS),
    },
  });
  return eventId;
}

/** A link of better-auth by which a password is chosen, used once. */
export async function resetLink(deps: AccountsDeps, tx: Tx, address: string, hours: number): Promise<string> {
  const library = libraryOn(deps, tx, { linkSeconds: hours * 3_600 });
  await askLibrary(library, [], () => library.auth.api.requestPasswordReset({ body: { email: address } }));
  const [token] = library.resetTokens;
  if (token === undefined) throw new Error('better-auth made no reset link');
  return token;
}

import type { Database } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { accountStream } from '../account.ts';
import { peek } from '../credentials/mailed.ts';
import { type AccountsDeps, libraryOn } from '../deps.ts';
import { post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import { RECOVERY_LIFE } from '../recovery.ts';
import type { Refusal } from '../refusals.ts';
import { findByAddress, findById, forgetResetLinks } from '../store/accounts.ts';
import { endRecovery, forgetPassword, type KeptRecovery, lockRecovery, readRecovery } from '../store/recoveries.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { readerOf } from './reader.ts';
import { resetLink } from './sendInvitation.ts';

type Purpose = 'recovery' | 'objection';
type Find = (recovery: string) => Promise<KeptRecovery | null>;

/** What a mailed link of a recovery stands for, while it can still be followed. */
export function recoveryBehind(
  deps: AccountsDeps,
  purpose: Purpose,
  token: string,
): Promise<Result<KeptRecovery, Refusal>> {
  return look(deps.db, purpose, token, (id) => readRecovery(deps.db, id));
}

async function look(db: Database, purpose: Purpose, token: string, find: Find): Promise<Result<KeptRecovery, Refusal>> {
  const content = await peek(db, purpose, token);
  const found = content === null ? null : await find(content.recovery);
  if (found === null) return refuse({ code: 'link-ended' });
  const { state, opensAt, endsAt, now } = found;
  if (!RECOVERY_LIFE.may('follow', state) || opensAt === null || endsAt === null)
    return refuse({ code: 'recovery-stopped' });
  if (Temporal.Instant.compare(now, endsAt) >= 0) return refuse({ code: 'link-ended' });
  if (purpose === 'recovery' && Temporal.Instant.compare(now, opensAt) < 0)
    return refuse({ code: 'recovery-early', opensAt });
  return ok(found);
}

const KEY_HOURS = 1;

/**
 * The new address is proved: it becomes the login. Every session ends and the password is forgotten, because whoever holds the
 * lost mail box may know it. Gives the key of the page where another is chosen.
 */
export function followRecovery(deps: AccountsDeps, token: string, act: Act): Promise<Result<string, Refusal>> {
  return transact<string, Refusal>(deps.db, async (tx) => {
    const open = await look(tx, 'recovery', token, (id) => lockRecovery(tx, id));
    if (!open.ok) return open;
    const { id, accountId, formerAddress, newAddress } = open.value;
    const known = await findById(tx, accountId);
    if (known === null || known.address !== formerAddress) return refuse({ code: 'recovery-stopped' });
    if ((await findByAddress(tx, newAddress)) !== null) return refuse({ code: 'address-taken' });
    await endRecovery(tx, id, 'follow');
    await forgetResetLinks(tx, accountId);
    const { internalAdapter } = await libraryOn(deps, tx).auth.$context;
    await internalAdapter.updateUser(accountId, { email: newAddress });
    await forgetPassword(tx, accountId);
    await endSessionsOf(tx, accountId);
    const subject = { stream: accountStream(accountId), academy: null, session: null };
    await record(tx, act, 'account.addressChanged', subject, null);
    const reader = { ...(await readerOf(tx, known)), address: formerAddress };
    const eventId = await record(tx, act, 'addressRecovery.done', open.value, null);
    await post(deps, tx, accountMails.addressChanged, { eventId, reader, path: '/contact', values: {} });
    return ok(await resetLink(deps, tx, newAddress, KEY_HOURS));
  });
}

/** Who reads the old address says that nothing is lost. The office is told on the file; the link of the new address dies. */
export function objectToRecovery(deps: AccountsDeps, token: string, act: Act): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const open = await look(tx, 'objection', token, (id) => lockRecovery(tx, id));
    if (!open.ok) return open;
    await endRecovery(tx, open.value.id, 'object');
    await record(tx, act, 'addressRecovery.objected', open.value, null);
    return ok(null);
  });
}

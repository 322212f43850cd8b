import { once } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { accountId, accountStream, type SignedInPerson } from '../account.ts';
import { keepMailed, newToken, passwordMark, peek, useUp } from '../credentials/mailed.ts';
import { type AccountsDeps, addressMark, inEqualTime, libraryOn } from '../deps.ts';
import { inHours, post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { findByAddress, findById, forgetResetLinks, lockAddress } from '../store/accounts.ts';
import { mayMail } from '../throttles.ts';
import { checkCurrentPassword } from './changePassword.ts';
import { readerOf } from './reader.ts';

const CONFIRMATION_HOURS = 24;

export type AddressChange = { readonly address: string; readonly current: string };

/**
 * Mails a link to the new address; the old one stays the login until it is followed. Where the new address is somebody's
 * account already, the answer is the same and that somebody is told.
 */
export function requestAddressChange(
  deps: AccountsDeps,
  session: SignedInPerson,
  change: AddressChange,
  key: string | null,
  act: Act,
): Promise<Result<null, Refusal>> {
  return inEqualTime(deps, async () => {
    if (change.address === session.address) return refuse({ code: 'same-address' });
    const checked = await checkCurrentPassword(deps, session, change.current);
    if (!checked.ok) return checked;
    const mark = addressMark(deps, change.address);
    const sent = { key, owner: `${session.accountId} ${mark}`, purpose: 'account.request-address', content: null };
    await deps.db.transaction().execute((tx) =>
      once(tx, sent, async () => {
        await lockAddress(tx, change.address);
        if (!(await mayMail(tx, 'address', mark))) return null;
        const taken = await findByAddress(tx, change.address);
        const owner = taken ?? checked.value;
        const reader = { ...(await readerOf(tx, owner)), address: change.address };
        const subject = { stream: accountStream(owner.accountId), academy: reader.academy, session: null };
        if (taken !== null) {
          const eventId = await record(tx, act, 'account.addressClaimed', subject, null);
          await post(deps, tx, accountMails.exists, { eventId, reader, path: '/connexion', values: {} });
          return null;
        }
        const token = newToken();
        const password = passwordMark(deps, owner.passwordHash);
        const content = { accountId: owner.accountId, address: change.address, password };
        await keepMailed(tx, 'address', token, content, CONFIRMATION_HOURS);
        const eventId = await record(tx, act, 'account.addressChangeRequested', subject, null);
        const path = `/compte/adresse/confirmer?jeton=${token}`;
        await post(deps, tx, accountMails.addressChange, {
          ...{ eventId, reader, path },
          values: { deadline: await inHours(tx, CONFIRMATION_HOURS) },
        });
        return null;
      }),
    );
    return ok(null);
  });
}

/** The address that a link would confirm. */
export async function addressToConfirm(deps: AccountsDeps, token: string): Promise<Result<string, Refusal>> {
  const content = await peek(deps.db, 'address', token);
  const known = content === null ? null : await findById(deps.db, accountId(content.accountId));
  if (content === null || content.password !== passwordMark(deps, known?.passwordHash ?? null))
    return refuse({ code: 'link-ended' });
  return ok(content.address);
}

/** The new address is proved: it becomes the login, and the old one is told. */
export async function confirmAddress(deps: AccountsDeps, token: string, act: Act): Promise<Result<null, Refusal>> {
  return deps.db.transaction().execute(async (tx): Promise<Result<null, Refusal>> => {
    const content = await useUp(tx, 'address', token);
    if (content === null) return refuse({ code: 'link-ended' });
    await lockAddress(tx, content.address);
    const known = await findById(tx, accountId(content.accountId));
    const taken = await findByAddress(tx, content.address);
    if (known === null || known.staff?.disabled === true || taken !== null) return refuse({ code: 'link-ended' });
    if (content.password !== passwordMark(deps, known.passwordHash)) return refuse({ code: 'link-ended' });
    await forgetResetLinks(tx, known.accountId);
    const { internalAdapter } = await libraryOn(deps, tx).auth.$context;
    await internalAdapter.updateUser(known.accountId, { email: content.address });
    const subject = { stream: accountStream(known.accountId), academy: known.staff?.academy ?? null, session: null };
    const eventId = await record(tx, act, 'account.addressChanged', subject, null);
    const reader = await readerOf(tx, known);
    await post(deps, tx, accountMails.addressChanged, {
      eventId,
      reader: { ...reader, address: known.address },
      path: '/contact',
      values: {},
    });
    return ok(null);
  });
}

import type { Database } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { once } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { accessMark, readAccessCode } from '../accessLetter.ts';
import { accountStream } from '../account.ts';
import { keepMailed, newToken, peek } from '../credentials/mailed.ts';
import { type AccountsDeps, addressMark, inEqualTime, libraryOn } from '../deps.ts';
import { inHours, post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { findLetter, useLetter } from '../store/accessLetters.ts';
import { findByAddress, findById, forgetResetLinks, lockAddress } from '../store/accounts.ts';
import { takeTurns } from '../throttles.ts';
import { readerOf } from './reader.ts';
import { resetLink } from './sendInvitation.ts';
import type { Submission } from './signUp.ts';

const LINK_HOURS = 24;
const KEY_HOURS = 1;

export type TakeOver = {
  readonly code: string;
  readonly birthDate: Temporal.PlainDate;
  /** In lower case. */
  readonly address: string;
};

/** The code of a letter and the birth date: a link goes to the address that is to be proved. Whoever guesses learns nothing. */
export function askTakeOver(
  deps: AccountsDeps,
  { code, birthDate, address }: TakeOver,
  submission: Submission,
  act: Act,
): Promise<Result<null, Refusal>> {
  return inEqualTime(deps, async () => {
    const turn = await takeTurns(deps.db, [['lettersFromNetwork', submission.network]]);
    if (!turn.ok) return turn;
    const bare = readAccessCode(code);
    const letter = bare === null ? null : await findLetter(deps.db, accessMark(deps, bare));
    if (letter === null || !letter.birthDate.equals(birthDate)) return refuse({ code: 'letter-wrong' });
    const { key } = submission;
    const sent = { key, owner: addressMark(deps, address), purpose: 'account.take-over', content: letter.id };
    await deps.db.transaction().execute((tx) =>
      once(tx, sent, async () => {
        const known = await findById(tx, letter.accountId);
        if (known === null) return null;
        const token = newToken();
        await keepMailed(tx, 'takeOver', token, { letter: letter.id, address }, LINK_HOURS);
        const subject = { stream: accountStream(known.accountId), academy: null, session: null };
        const eventId = await record(tx, act, 'account.takeOverAsked', subject, null);
        const reader = { ...(await readerOf(tx, known)), address };
        const path = `/compte/courrier/suivre?jeton=${token}`;
        await post(deps, tx, accountMails.takeOver, {
          ...{ eventId, reader, path },
          values: { deadline: await inHours(tx, LINK_HOURS) },
        });
        return null;
      }),
    );
    return ok(null);
  });
}

/** The address that a mailed link would give to the account. */
export async function takeOverBehind(db: Database, token: string): Promise<Result<string, Refusal>> {
  const content = await peek(db, 'takeOver', token);
  return content === null ? refuse({ code: 'link-ended' }) : ok(content.address);
}

/** The address is proved by its link: it becomes the login. Gives the key of the page where a password is chosen. */
export function takeOver(deps: AccountsDeps, token: string, act: Act): Promise<Result<string, Refusal>> {
  return transact<string, Refusal>(deps.db, async (tx) => {
    const content = await peek(tx, 'takeOver', token);
    if (content === null) return refuse({ code: 'link-ended' });
    await lockAddress(tx, content.address);
    if ((await findByAddress(tx, content.address)) !== null) return refuse({ code: 'address-taken' });
    const accountId = await useLetter(tx, content.letter);
    if (accountId === null) return refuse({ code: 'link-ended' });
    await forgetResetLinks(tx, accountId);
    const { internalAdapter } = await libraryOn(deps, tx).auth.$context;
    await internalAdapter.updateUser(accountId, { email: content.address });
    const subject = { stream: accountStream(accountId), academy: null, session: null };
    await record(tx, act, 'account.takenOver', subject, null);
    return ok(await resetLink(deps, tx, content.address, KEY_HOURS));
  });
}

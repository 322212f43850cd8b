import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { transact } from '../../platform/database/transact.ts';
import { forgetTries } from '../../platform/http/throttle.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import {
  challengeIn,
  checkSigned,
  newChallenge,
  readSigned,
  requestOptions,
  ticketMark,
} from '../credentials/passkeys.ts';
import { type AccountsDeps, addressMark } from '../deps.ts';
import { post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import type { RelyingParty } from '../rules/relyingParty.ts';
import { judgeCounter } from '../rules/signatureCounter.ts';
import type { KnownAccount } from '../store/accounts.ts';
import { keepChallenge, lockPasskey, passkeysOf, setPasskeyUsed, spendChallenge } from '../store/passkeys.ts';
import { bucket, mayMail, takeTurns } from '../throttles.ts';
import type { Browser, SecondProof, SignedIn } from './openSession.ts';
import { readerOf } from './reader.ts';
import { ownerOf, signInProving, subjectOf } from './secondProof.ts';

/** What a browser has to sign to open the session of this ticket: by one of the keys made for this name of the house. */
export async function askPasskey(
  deps: AccountsDeps,
  party: RelyingParty,
  ticket: string,
): Promise<Result<PublicKeyCredentialRequestOptionsJSON, Refusal>> {
  const known = await ownerOf(deps, ticket);
  if (known === null) return refuse({ code: 'second-factor-ended' });
  const id = known.accountId;
  const keys = (await passkeysOf(deps.db, id)).filter(({ host }) => host === party.host);
  if (keys.length === 0) return refuse({ code: 'passkey-unknown' });
  const turn = await takeTurns(deps.db, [['passkeyChallenge', id]]);
  if (!turn.ok) return turn;
  const challenge = newChallenge();
  await keepChallenge(deps.db, id, { challenge, holder: ticketMark(ticket), name: null });
  return ok(await requestOptions(party, challenge, keys));
}

/** Opens the session by a passkey, in the browser that gave the password. What was signed serves once, right or wrong. */
export async function signInByPasskey(
  deps: AccountsDeps,
  party: RelyingParty,
  given: { readonly ticket: string; readonly answer: string },
  browser: Browser,
  act: Act,
): Promise<Result<SignedIn | SecondProof, Refusal>> {
  const { ticket } = given;
  const signed = readSigned(given.answer);
  const known = await ownerOf(deps, ticket);
  if (known === null) return refuse({ code: 'second-factor-ended' });
  const asked = { challenge: signed === null ? '' : challengeIn(signed), holder: ticketMark(ticket) };
  const standing = signed !== null && (await spendChallenge(deps.db, known.accountId, asked)) !== null;
  let copied: string | null = null;
  const opened = await signInProving(deps, ticket, browser, act, async (tx) => {
    if (signed === null) return refuse({ code: 'passkey-unfit' });
    if (!standing) return refuse({ code: 'passkey-challenge-ended' });
    const key = await lockPasskey(tx, known.accountId, party.host, signed.id);
    if (key === null) return refuse({ code: 'passkey-unknown' });
    const proof = await checkSigned(party, asked.challenge, signed, key);
    if (proof === null) return refuse({ code: 'passkey-unfit' });
    if (judgeCounter(key.counter, proof.counter) === 'back') {
      copied = key.name;
      return refuse({ code: 'passkey-copied' });
    }
    await setPasskeyUsed(tx, key.id, proof);
    return ok(null);
  });
  if (opened.ok) await forgetTries(deps.db, bucket('passkeyChallenge', known.accountId));
  if (copied !== null) await tellCopied(deps, known, copied, act);
  return opened;
}

/** Its owner is told: somebody else may sign with it. */
async function tellCopied(deps: AccountsDeps, known: KnownAccount, passkey: string, act: Act): Promise<void> {
  await transact(deps.db, async (tx) => {
    const eventId = await record(tx, act, 'account.passkeyCopied', subjectOf(known), { name: passkey });
    if (!(await mayMail(tx, 'passkey-copied', addressMark(deps, known.address)))) return ok(null);
    const reader = await readerOf(tx, known);
    const path = '/mot-de-passe-oublie';
    await post(deps, tx, accountMails.passkeyCopied, { eventId, reader, path, values: { passkey } });
    return ok(null);
  });
}

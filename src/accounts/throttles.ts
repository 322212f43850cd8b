import type { Database } from '../platform/database/database.ts';
import { countTry, forgetTries, giveBack, type Patience, takeTurn } from '../platform/http/throttle.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import type { Refusal } from './refusals.ts';

const HOUR = 3_600;

/** Buckets that make wait (decision 024). What is proved by mail afterwards is given back. */
const PATIENCE = {
  /** Accounts asked for and not activated: a class whose mails are followed never waits. */
  signUpFromNetwork: { free: 100, firstWaitSeconds: 30, longestWaitSeconds: 300, forgetAfterSeconds: HOUR },
  /** Asking for mails, whatever the addresses: told. */
  mailsFromNetwork: { free: 100, firstWaitSeconds: 30, longestWaitSeconds: 300, forgetAfterSeconds: HOUR },
  /** Mails to one address: not told, the page says the same. What was mailed before still serves. */
  mailsToAddress: { free: 3, firstWaitSeconds: HOUR, longestWaitSeconds: HOUR, forgetAfterSeconds: HOUR },
  /** Codes are mailed only to who typed the right password. */
  codesToAddress: { free: 10, firstWaitSeconds: HOUR, longestWaitSeconds: HOUR, forgetAfterSeconds: HOUR },
  /** A form sent twice by an impatient finger is one form. */
  sameForm: { free: 1, firstWaitSeconds: 60, longestWaitSeconds: 60, forgetAfterSeconds: 60 },
  /** Wrong codes of activation. A code has a million values and lives a day; the link of the same mail serves all the time. */
  code: { free: 5, firstWaitSeconds: 900, longestWaitSeconds: HOUR, forgetAfterSeconds: 24 * HOUR },
  codesFromNetwork: { free: 100, firstWaitSeconds: 30, longestWaitSeconds: 300, forgetAfterSeconds: HOUR },
  /** Codes of letters: 59 bits, so this only keeps the machine from being busy with guesses. */
  lettersFromNetwork: { free: 20, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: HOUR },
  /** Codes of an application and signatures of passkeys, by who knows the password: told, and a new password by mail begins again. */
  secondFactor: { free: 5, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: 24 * HOUR },
  /** What a passkey has to sign, asked for by who knows the password: each is a row of five minutes. */
  passkeyChallenge: { free: 20, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: HOUR },
  /** Wrong codes of one act: the code is dead before the next five, and the password serves all the time. */
  actCode: { free: 5, firstWaitSeconds: 600, longestWaitSeconds: HOUR, forgetAfterSeconds: HOUR },
  currentPassword: { free: 5, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: HOUR },
} as const satisfies Readonly<Record<string, Patience>>;

/** Wrong passwords within an hour, beyond which the right one needs a code that is mailed. Nobody is refused. */
const FREE = { signInHere: 5, signInAnywhere: 20, signInFromNetwork: 100 } as const;
/** Wrong codes of one account within an hour, by who knows its password; beyond it none is right, which isn't told. */
const SIGN_IN_CODES = 15;

export type ThrottleKind = keyof typeof PATIENCE | keyof typeof FREE | 'signInCode';

export function bucket(kind: ThrottleKind, ...of: readonly string[]): string {
  return ['accounts', kind, ...of].join(' ');
}

/** Takes a turn in each bucket, in order, and stops at the first that is full: a refused try doesn't fill the next ones. */
export async function takeTurns(
  db: Database,
  turns: readonly (readonly [keyof typeof PATIENCE, ...string[]])[],
): Promise<Result<null, Extract<Refusal, { code: 'too-many-tries' }>>> {
  for (const [kind, ...of] of turns) {
    const turn = await takeTurn(db, bucket(kind, ...of), PATIENCE[kind]);
    if (!turn.allowed) return refuse({ code: 'too-many-tries', waitSeconds: turn.waitSeconds });
  }
  return ok(null);
}

/**
 * Counts a sign-in before its password is looked at. Is the password enough? What is beyond the free tries of one bucket
 * isn't counted in the next: such guesses tell nothing any more, so one network can't raise the price for others, nor fill
 * the table.
 */
export async function countSignIn(db: Database, addressMark: string, network: string): Promise<boolean> {
  const free = async (kind: keyof typeof FREE, ...of: readonly string[]): Promise<boolean> =>
    (await countTry(db, bucket(kind, ...of), HOUR)) <= FREE[kind];
  return (
    (await free('signInFromNetwork', network)) &&
    (await free('signInHere', addressMark, network)) &&
    (await free('signInAnywhere', addressMark))
  );
}

/** Is a password enough, after so many wrong ones from one network, and from all of them? */
export function triesAreFree({ here, anywhere }: { readonly here: number; readonly anywhere: number }): boolean {
  return here < FREE.signInHere && anywhere < FREE.signInAnywhere;
}

/** It was the owner: their failures are forgotten; the network's only lose this one, which was none. */
export async function forgiveSignIn(db: Database, addressMark: string, network: string): Promise<void> {
  await forgetTries(db, bucket('signInHere', addressMark, network));
  await forgetTries(db, bucket('signInAnywhere', addressMark));
  await giveBack(db, bucket('signInFromNetwork', network));
}

/** Counts a code before it is looked at. May it be tried? */
export async function countSignInCode(db: Database, account: string): Promise<boolean> {
  return (await countTry(db, bucket('signInCode', account), HOUR)) <= SIGN_IN_CODES;
}

/** May one more mail of this sort leave for this address? In the transaction that posts it. */
export async function mayMail(db: Database, sort: string, addressMark: string): Promise<boolean> {
  const turn = await takeTurn(db, bucket('mailsToAddress', sort, addressMark), PATIENCE.mailsToAddress);
  return turn.allowed;
}

export async function mayMailCode(db: Database, addressMark: string): Promise<boolean> {
  const turn = await takeTurn(db, bucket('codesToAddress', addressMark), PATIENCE.codesToAddress);
  return turn.allowed;
}

/** Did a mail leave for this form within the last minute? */
export async function justMailed(db: Database, addressMark: string): Promise<boolean> {
  const turn = await takeTurn(db, bucket('sameForm', addressMark), PATIENCE.sameForm);
  return !turn.allowed;
}

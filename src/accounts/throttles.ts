import type { Database } from '../platform/database/database.ts';
import { type Patience, takeTurn } from '../platform/http/throttle.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import type { Refusal } from './refusals.ts';

const HOUR = 3_600;

/** trust.md, section 3. Never by network address alone for what a person does: schools and prisons share one. */
const PATIENCE = {
  signInHere: { free: 5, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: HOUR },
  signInAnywhere: { free: 20, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: HOUR },
  signInFromNetwork: { free: 60, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: HOUR },
  signUpFromNetwork: { free: 20, firstWaitSeconds: 180, longestWaitSeconds: HOUR, forgetAfterSeconds: HOUR },
  /** Asking for mails and trying codes, whatever the addresses: told. */
  formsFromNetwork: { free: 60, firstWaitSeconds: 180, longestWaitSeconds: HOUR, forgetAfterSeconds: HOUR },
  /** Mails to one address: not told, the page says the same. */
  mailsToAddress: { free: 3, firstWaitSeconds: HOUR, longestWaitSeconds: HOUR, forgetAfterSeconds: HOUR },
  /** A form sent twice by an impatient finger is one form. */
  sameForm: { free: 1, firstWaitSeconds: 60, longestWaitSeconds: 60, forgetAfterSeconds: 60 },
  /** A code has a million values and lives a day. */
  code: { free: 5, firstWaitSeconds: 900, longestWaitSeconds: HOUR, forgetAfterSeconds: 24 * HOUR },
  currentPassword: { free: 5, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: HOUR },
} as const satisfies Readonly<Record<string, Patience>>;

export type ThrottleKind = keyof typeof PATIENCE;

export function bucket(kind: ThrottleKind, ...of: readonly string[]): string {
  return ['accounts', kind, ...of].join(' ');
}

/** Takes a turn in each bucket, in order, and stops at the first that is full: a refused try doesn't fill the next ones. */
export async function takeTurns(
  db: Database,
  turns: readonly (readonly [ThrottleKind, ...string[]])[],
): Promise<Result<null, Extract<Refusal, { code: 'too-many-tries' }>>> {
  for (const [kind, ...of] of turns) {
    const turn = await takeTurn(db, bucket(kind, ...of), PATIENCE[kind]);
    if (!turn.allowed) return refuse({ code: 'too-many-tries', waitSeconds: turn.waitSeconds });
  }
  return ok(null);
}

/** May one more mail of this sort leave for this address? In the transaction that posts it. */
export async function mayMail(db: Database, sort: string, addressMark: string): Promise<boolean> {
  const turn = await takeTurn(db, bucket('mailsToAddress', sort, addressMark), PATIENCE.mailsToAddress);
  return turn.allowed;
}

/** Did a mail leave for this form within the last minute? */
export async function justMailed(db: Database, addressMark: string): Promise<boolean> {
  const turn = await takeTurn(db, bucket('sameForm', addressMark), PATIENCE.sameForm);
  return !turn.allowed;
}

import { createHmac } from 'node:crypto';
import type { Catalogue } from '../catalogue/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { FairQueue } from '../platform/fairQueue.ts';
import type { Outbox } from '../platform/mail/outbox.ts';
import type { AccountId } from './account.ts';
import { type KnownPassword, type Library, openLibrary } from './credentials/library.ts';

/** What the acts of this room work with; given once by `createAccounts`. */
export type AccountsDeps = {
  readonly db: Database;
  readonly events: EventBus;
  readonly outbox: Outbox;
  readonly publicUrl: URL;
  /** Where the words of its mails stand. */
  readonly catalogue: () => Pick<Catalogue, 'mail'>;
  /** Whom the staff of an academy may ask: « Bureau des examens professionnels, 04.73.99.35.06 ». */
  readonly contactOf: (academy: string) => string;
  /** Has this candidate an enrolment, so that civil status is the office's to change? */
  readonly civilStatusLocked: (db: Database, id: AccountId) => Promise<boolean>;
  /** Staff without a second factor reach nothing but the page that sets it up: in production. */
  readonly secondFactorRequired: boolean;
  /** Our own key, drawn from the server's secret, so that no other use of that secret can forge a session. */
  readonly secret: string;
  /** Answers that must not tell whether an account exists leave at a multiple of this after the form came. */
  readonly evenMilliseconds: number;
  /** Where work on passwords waits for its turn. */
  readonly hashing: FairQueue;
};

export function accountSecret(serverSecret: string): string {
  return createHmac('sha256', serverSecret).update('registre accounts').digest('base64url');
}

export function libraryOn(deps: AccountsDeps, db: Database, known: KnownPassword = {}): Library {
  return openLibrary(db, deps, known);
}

/** A short name for an address, where the address itself must not stand: throttles, keys, journal. */
export function addressMark(deps: Pick<AccountsDeps, 'secret'>, address: string): string {
  return createHmac('sha256', deps.secret).update(`address ${address}`).digest('base64url').slice(0, 22);
}

/** The same time whatever was found, or twice or three times it: nobody learns from a clock who has an account. */
export async function inEqualTime<T>(deps: AccountsDeps, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  try {
    return await work();
  } finally {
    const step = deps.evenMilliseconds;
    const left = step === 0 ? 0 : step - ((performance.now() - from) % step);
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }
}

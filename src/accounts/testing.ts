import type { Database } from '../platform/database/database.ts';
import { transact } from '../platform/database/transact.ts';
import { createEventBus, type EventBus } from '../platform/events.ts';
import { SYSTEM } from '../platform/journal.ts';
import { createOutbox, latestMails } from '../platform/mail/outbox.ts';
import type { Result } from '../platform/result.ts';
import { heldJobs } from '../testing/heldJobs.ts';
import type { AccountId, CivilStatus } from './account.ts';
import type { SignedIn } from './actions/openSession.ts';
import type { SignUpForm } from './actions/signUp.ts';
import type { Accounts } from './createAccounts.ts';
import { createHashing } from './credentials/passwords.ts';
import { readToken } from './credentials/sessionCookie.ts';
import { CAMILLE as DEMONSTRATED } from './demonstration.ts';
import { type AccountsDeps, accountSecret } from './deps.ts';
import type { Refusal } from './refusals.ts';

/** Builders for the tests of this room. */

export const SERVER_SECRET = 'a secret of the tests, long enough to sign with';

/** Between the values of a mail of these tests, and between a name and its value: in nobody's name, address or words. */
const [AND, IS] = ['\u001e', '\u001f'];

export function testDeps(
  db: Database,
  changes: Partial<AccountsDeps> = {},
): AccountsDeps & { readonly events: EventBus } {
  return {
    db,
    events: createEventBus(),
    outbox: createOutbox(db, heldJobs(), null),
    publicUrl: new URL('http://registre.example'),
    catalogue: () => ({
      mail: ({ code, given }) => ({
        ...{ code, subject: code, variables: [...given] },
        body: given.map((name) => `${name}${IS}{${name}}`).join(AND),
      }),
    }),
    contactOf: (academy) => `Bureau de ${academy}`,
    civilStatusLocked: async () => false,
    secondFactorRequired: false,
    secret: accountSecret(SERVER_SECRET),
    evenMilliseconds: 0,
    hashing: createHashing(),
    ...changes,
  };
}

/** Camille Jeanne Martin, who uses that name, born in France on 30 May 1998. */
export const CAMILLE: CivilStatus = { ...DEMONSTRATED, birthName: 'Martin' };

export const PASSWORD = 'Volvic/1465';

export function aSignUp(address: string, changes: Partial<SignUpForm> = {}): SignUpForm {
  return { status: CAMILLE, address, password: PASSWORD, ...changes };
}

export type ReadMail = {
  readonly template: string;
  readonly link: URL;
  readonly token: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
};

/** The mails of an address, newest first, as their templates received them. */
export async function mailsTo(db: Database, address: string): Promise<readonly ReadMail[]> {
  const mails = await latestMails(db, 50, address);
  return mails
    .filter(({ template }) => template !== SIGN_IN_CODE)
    .map(({ template, body }) => {
      const values: Record<string, string> = Object.fromEntries(body.split(AND).map((one) => one.split(IS)));
      const link = new URL(values.link ?? '');
      return { template, link, token: link.searchParams.get('jeton') ?? '', code: values.code ?? '', values };
    });
}

const SIGN_IN_CODE = 'account.sign-in-code';

/** The codes mailed to an address for signing in, newest first. */
export async function signInCodesTo(db: Database, address: string): Promise<readonly string[]> {
  const mails = await latestMails(db, 50, address);
  return mails.flatMap(({ template, body }) => (template === SIGN_IN_CODE ? (/\d{6}/.exec(body) ?? []) : []));
}

/** The session's token in what a sign-in gave; '' where it opened none. */
export function tokenIn(deps: AccountsDeps, entered: Result<object, unknown>): string {
  const cookies = entered.ok && 'cookies' in entered.value ? (entered.value as Pick<SignedIn, 'cookies'>).cookies : [];
  const value = /^registre_session=([^;]+)/.exec(cookies[0] ?? '')?.[1] ?? '';
  return readToken(decodeURIComponent(value), deps.secret) ?? '';
}

export async function lastMailTo(db: Database, address: string): Promise<ReadMail> {
  const [mail] = await mailsTo(db, address);
  if (mail === undefined) throw new Error(`No mail to ${address}`);
  return mail;
}

let heads = 0;

/** A second proof taken away as people do it: one head asks, another confirms. */
export function resetByTwo(
  db: Database,
  accounts: Accounts,
  academy: string,
  accountId: AccountId,
): Promise<Result<null, Refusal>> {
  const days = 30;
  return transact<null, Refusal>(db, async (tx) => {
    const two: AccountId[] = [];
    for (const name of ['Première', 'Seconde']) {
      heads += 1;
      const form = { academy, role: 'head', name, address: `tete.${heads}@ac-clermont.fr`, portfolios: [] } as const;
      const made = await accounts.createStaff(tx, SYSTEM, form, 'no password');
      if (!made.ok) return made;
      two.push(made.value);
    }
    const [proposedBy, by] = two;
    if (proposedBy === undefined || by === undefined) throw new Error('Two heads were made');
    const asked = { academy, accountId, address: null, name: 'Quelqu’un', role: 'officer', version: null } as const;
    const proposed = await accounts.proposeStaff(tx, SYSTEM, { ...asked, kind: 'second-proof', proposedBy }, days);
    if (!proposed.ok) return proposed;
    const waits = (await accounts.proposalsFor(tx, { academy, by, days })).find((one) => one.accountId === accountId);
    return accounts.confirmStaff(tx, SYSTEM, { proposal: waits?.id ?? '', by, academy, days });
  });
}

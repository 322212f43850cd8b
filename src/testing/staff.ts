import { sql } from 'kysely';
import type { StaffForm } from '../accounts/actions/staff.ts';
import { type Accounts, hashPassword, type Role } from '../accounts/index.ts';
import type { Database } from '../platform/database/database.ts';
import { transact } from '../platform/database/transact.ts';
import { SYSTEM } from '../platform/journal.ts';
import { delegated } from './delegations.ts';
import type { Browser, Site } from './enrolments.ts';

/** Members of staff, for the tests of every room. */

const STAFF_PASSWORD = 'Sancy*1886m';
let hash: Promise<string> | null = null;
let staff = 0;

export type Member = { readonly id: string; readonly name: string; readonly address: string };

/** A role alone is somebody of it at Clermont, an officer one of the group G2. */
export type Place = Role | Partial<StaffForm>;

/** A member of staff who has answered the invitation. */
export async function aStaffMember(db: Database, accounts: Accounts, place: Place = 'officer'): Promise<Member> {
  staff += 1;
  hash ??= hashPassword(STAFF_PASSWORD);
  const known = await hash;
  const given = typeof place === 'string' ? { role: place } : place;
  const form: StaffForm = {
    academy: 'clermont',
    role: 'officer',
    name: `Agent ${staff}`,
    address: `agent.${staff}@ac-clermont.fr`,
    portfolios: given.role === undefined || given.role === 'officer' ? ['G2'] : [],
    ...given,
  };
  const made = await transact(db, (tx) => accounts.createStaff(tx, SYSTEM, form, known));
  if (!made.ok) throw new Error(made.error.code);
  const { academy, name, address } = form;
  await delegated(db, made.value, { academy, name });
  return { id: made.value, name, address };
}

/** Says that `by` brought `who` in so many days ago. */
export async function broughtIn(db: Database, who: string, by: string, days = 0): Promise<void> {
  await sql`insert into staff_placing (id, account_id, by_id, kind, at)
    values (gen_random_uuid(), ${who}, ${by}, 'invited', now() - make_interval(days => ${days}::int))`.execute(db);
}

/** From now on nobody was brought in by anybody, as if the installation's list named them all. */
export async function nobodyBroughtIn(db: Database): Promise<void> {
  await sql`insert into staff_placing_confirmed (placing_id) select id from staff_placing on conflict do nothing`.execute(
    db,
  );
}

/** Through the form, as people do; a member of staff, unless a password says otherwise. */
export async function signIn(browser: Visitor, address: string, password = STAFF_PASSWORD): Promise<void> {
  await browser.get('/connexion');
  const { status } = await browser.post('/connexion', { address, password });
  if (status !== 303) throw new Error(`${address} could not sign in: ${status}`);
}

/** The same with a browser of their own, which has seen a page of theirs. */
export async function signedIn(site: Site, address: string, password = STAFF_PASSWORD): Promise<Browser> {
  const browser = site.browser();
  await signIn(browser, address, password);
  await browser.get('/compte');
  return browser;
}

type Visitor = {
  readonly get: (path: string) => Promise<unknown>;
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<{ readonly status: number }>;
};

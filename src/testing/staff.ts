import { sql } from 'kysely';
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

/** A member of staff who has answered the invitation. */
export async function aStaffMember(
  db: Database,
  accounts: Accounts,
  role: Role,
  academy = 'clermont',
  portfolios: readonly string[] = ['G2'],
): Promise<Member> {
  staff += 1;
  hash ??= hashPassword(STAFF_PASSWORD);
  const known = await hash;
  const [name, address] = [`Agent ${staff}`, `agent.${staff}@ac-clermont.fr`];
  const form = { academy, role, name, address, portfolios: role === 'officer' ? portfolios : [] };
  const made = await transact(db, (tx) => accounts.createStaff(tx, SYSTEM, form, known));
  if (!made.ok) throw new Error(made.error.code);
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

/** Somebody at this site: a member of staff, unless a password says otherwise. */
export async function signedIn(site: Site, address: string, password = STAFF_PASSWORD): Promise<Browser> {
  const browser = site.browser();
  await browser.get('/connexion');
  const { status } = await browser.post('/connexion', { address, password });
  if (status !== 303) throw new Error(`${address} could not sign in: ${status}`);
  await browser.get('/compte');
  return browser;
}

import type { Database } from '../platform/database/database.ts';
import { transact } from '../platform/database/transact.ts';
import type { Mode } from '../platform/installation.ts';
import { SYSTEM } from '../platform/journal.ts';
import { type AccountId, accountId, accountStream, type CivilStatus, ROLES, type Role } from './account.ts';
import { markActivated } from './actions/activate.ts';
import { createStaff, type StaffForm } from './actions/staff.ts';
import { hashPassword } from './credentials/passwords.ts';
import { type AccountsDeps, libraryOn } from './deps.ts';
import { findByAddress, lockAddress } from './store/accounts.ts';
import { insertCandidate } from './store/candidates.ts';
import { findDemonstrationStaff } from './store/demonstration.ts';

export type DemonstrationAccount = {
  readonly role: Role | 'candidate';
  readonly name: string;
  readonly address: string;
  readonly password: string;
  readonly portfolios: readonly string[];
};

/** One password for all: readable, and good for both policies. It is printed, so it protects nothing. */
const PASSWORD = 'Volcan.Puy-1465';
export const DEMONSTRATION_DOMAIN = 'demo.registre.fr';

/** Is this an address of the invented people of a demonstration? */
export function inDemonstration(address: string): boolean {
  return address.endsWith(`@${DEMONSTRATION_DOMAIN}`);
}

export const CAMILLE: CivilStatus = {
  civility: 'MME',
  birthName: 'Démonstration',
  usageName: null,
  firstNames: 'Camille Jeanne',
  birthDate: Temporal.PlainDate.from('1998-05-30'),
  birthCountry: 'FR',
};

/**
 * One member of staff a role, one officer a group of specialities, and an activated candidate. What exists already stays as
 * it is, so each start may call it.
 */
export async function ensureDemonstrationAccounts(
  deps: AccountsDeps,
  academy: string,
  portfolios: readonly string[],
  prefix = '',
): Promise<readonly DemonstrationAccount[]> {
  const member = (role: Role, own: readonly string[]) => memberOf(academy, prefix, role, own);
  const staff: readonly StaffForm[] = ROLES.flatMap((role) =>
    role === 'officer' ? portfolios.map((code) => member(role, [code])) : [member(role, [])],
  );
  const address = `camille@${DEMONSTRATION_DOMAIN}`;
  const missing = await absent(deps, [...staff.map((one) => one.address), address]);
  if (missing.size > 0) {
    const hash = await hashPassword(PASSWORD);
    for (const form of staff)
      if (missing.has(form.address)) await transact(deps.db, (tx) => createStaff(deps, tx, SYSTEM, form, hash));
    if (missing.has(address)) await createActivated(deps, { address, status: CAMILLE }, hash);
  }
  const candidate = { role: 'candidate', name: 'Camille Démonstration', address, portfolios: [] } as const;
  return [candidate, ...staff.map(({ role, name, address, portfolios }) => ({ role, name, address, portfolios }))].map(
    (account) => ({ ...account, password: PASSWORD }),
  );
}

/** What a database was before it said so itself; null while nobody has an account. */
export async function modeSoFar(db: Database): Promise<Mode | null> {
  const { anybody, demonstration } = await findDemonstrationStaff(db, DEMONSTRATION_DOMAIN);
  if (!anybody) return null;
  return demonstration ? 'demonstration' : 'production';
}

/** Invented, a first name and a surname each: what a form of the staff takes. */
const NAMES: Readonly<Record<Exclude<Role, 'officer'>, string>> = {
  head: 'Dominique Chazal',
  admin: 'Stéphane Roche',
  accommodation: 'Claude Vernet',
  jury: 'Pascale Fontanges',
  centre: 'Frédérique Salers',
  examiner: 'Gaëlle Murol',
};
const OFFICERS = [
  'Alix',
  'Sacha',
  'Noa',
  'Ange',
  'Lou',
  'Charlie',
  'Eden',
  'Maxime',
  'Dany',
  'Andréa',
  'Camille',
  'Morgan',
];

function memberOf(academy: string, prefix: string, role: Role, portfolios: readonly string[]): StaffForm {
  const [, group = '0'] = /(\d+)$/.exec(portfolios[0] ?? '') ?? [];
  const name = role === 'officer' ? `${OFFICERS[Number(group) % OFFICERS.length]} Marmont` : NAMES[role];
  const address = `${prefix}${[role, ...portfolios].join('.')}@${DEMONSTRATION_DOMAIN}`.toLowerCase();
  return { academy, role, name, address, portfolios };
}

async function absent(deps: AccountsDeps, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await Promise.all(addresses.map((address) => findByAddress(deps.db, address)));
  return new Set(addresses.filter((_, index) => known[index] === null));
}

/** As by the form, the mail and the link, without mail. An account that exists already stays as it is. */
export async function createActivated(
  deps: AccountsDeps,
  { address, status }: { readonly address: string; readonly status: CivilStatus },
  hash: string,
): Promise<AccountId> {
  return deps.db.transaction().execute(async (tx) => {
    await lockAddress(tx, address);
    const known = await findByAddress(tx, address);
    if (known !== null) return known.accountId;
    const { internalAdapter } = await libraryOn(deps, tx).auth.$context;
    const user = await internalAdapter.createUser({ name: '', email: address }, { method: 'demonstration' });
    const id = accountId(user.id);
    await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
    await insertCandidate(tx, id, status);
    const subject = { stream: accountStream(id), academy: null, session: null };
    await deps.events.publish(tx, SYSTEM, 'account.created', subject, { accountId: id });
    await markActivated(deps, tx, id, SYSTEM);
    return id;
  });
}

import type { Accounts, DemonstrationAccount, Role } from './accounts/index.ts';
import { ACTS } from './acts.ts';
import type { Catalogue } from './catalogue/index.ts';
import { type DeclaredAct, insertDelegation, listDelegations } from './decisions/index.ts';
import type { Database } from './platform/database/database.ts';
import { transact } from './platform/database/transact.ts';
import { ok } from './platform/result.ts';
import { CASE_ANSWER } from './publication/index.ts';

/** The candidate is of no academy; with several, the addresses of the staff say of which they are. */
export async function demonstrate(
  db: Database,
  accounts: Accounts,
  catalogue: Catalogue,
): Promise<readonly DemonstrationAccount[]> {
  const academies = catalogue.academies();
  const made: DemonstrationAccount[] = [];
  for (const { code, portfolios } of academies) {
    const groups = portfolios.map((one) => one.code);
    const theirs = await accounts.ensureDemonstrationAccounts(code, groups, academies.length > 1 ? `${code}.` : '');
    await delegateInDemonstration(db, accounts, code);
    made.push(...theirs.filter(({ address }) => made.every((one) => one.address !== address)));
  }
  return made;
}

/** Who signs in the demonstration, and what: the service of accommodations signs what it alone reads. Names and text are invented. */
const SIGNERS = [
  {
    role: 'head',
    capacity: 'chef de la division des examens',
    readers: 'office',
  },
  {
    role: 'accommodation',
    capacity: 'chef du service des aménagements',
    readers: 'health',
  },
] as const satisfies readonly {
  readonly role: Role;
  readonly readers: 'office' | 'health';
  readonly [name: string]: string;
}[];

async function delegateInDemonstration(db: Database, accounts: Accounts, academy: string): Promise<void> {
  if ((await listDelegations(db, academy)).length > 0) return;
  const staff = await accounts.listStaff(db, academy);
  await transact(db, async (tx) => {
    for (const { role, readers, ...person } of SIGNERS) {
      // Each answers the appeals against its own decisions.
      const theirs = (one: DeclaredAct) => one.readers === readers || one === CASE_ANSWER;
      const acts = ACTS.filter((one) => one.by === 'delegate' && theirs(one)).map(({ code }) => code);
      const member = staff.find((one) => one.role === role);
      if (member === undefined || acts.length === 0) continue;
      const [firstName = '', ...surname] = member.name.split(' ');
      await insertDelegation(tx, {
        academy,
        accountId: member.accountId,
        firstName,
        surname: surname.join(' '),
        ...person,
        acts,
        grantor: "le recteur de l'académie",
        title: 'arrêté inventé pour la démonstration',
        publishedOn: Temporal.PlainDate.from('2020-01-02'),
        from: Temporal.PlainDate.from('2020-01-03'),
        until: null,
        by: null,
      });
    }
    return ok(null);
  });
}

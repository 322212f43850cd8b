import type { Accounts } from './accounts/index.ts';
import type { Academy, Catalogue } from './catalogue/index.ts';
import type { Configuration } from './configuration.ts';
import type { Database } from './platform/database/database.ts';
import { transact } from './platform/database/transact.ts';
import { SYSTEM } from './platform/journal.ts';

/**
 * Nobody could let the first one in: the environment names who is invited, once, while its academy has no staff. The mail is
 * a job: after `jobs.start`. Of two nodes that start together the second finds the address taken.
 */
export async function inviteFirstAdministrator(
  db: Database,
  accounts: Accounts,
  catalogue: Catalogue,
  { administrators }: Pick<Configuration, 'administrators'>,
  say: (line: string) => void,
): Promise<void> {
  const academies = catalogue.academies();
  for (const { academy: code, address } of administrators) {
    const academy = academies.find((one) => (code === null ? academies.length === 1 : one.code === code));
    if (academy === undefined) say(unknownAcademy(code, academies));
    else await invite(db, accounts, academy, address, say);
  }
}

function unknownAcademy(code: string | null, academies: readonly Academy[]): string {
  const codes = academies.map((one) => one.code).join(', ');
  return code === null
    ? `REGISTRE_ADMIN must say of which academy the administrator is, such as academy=mail: ${codes}.`
    : `REGISTRE_ADMIN names the academy ${code}, which isn't there: ${codes}.`;
}

async function invite(
  db: Database,
  accounts: Accounts,
  academy: Academy,
  address: string,
  say: (line: string) => void,
): Promise<void> {
  if ((await accounts.listStaff(db, academy.code)).length > 0) return;
  const form = {
    academy: academy.code,
    role: 'admin',
    name: academy.letterhead.bureau,
    address,
    portfolios: [],
  } as const;
  const invited = await transact(db, (tx) => accounts.inviteStaff(tx, SYSTEM, form));
  say(
    invited.ok
      ? 'The first administrator is invited by mail.'
      : `The first administrator is not invited (${invited.error.code}): REGISTRE_ADMIN must name an address without an account.`,
  );
}

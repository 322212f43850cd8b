import type { Accounts } from './accounts/index.ts';
import type { Catalogue } from './catalogue/index.ts';
import type { Configuration } from './configuration.ts';
import type { Database } from './platform/database/database.ts';
import { transact } from './platform/database/transact.ts';
import { SYSTEM } from './platform/journal.ts';

/**
 * Nobody could let the first one in: the environment names who is invited, once, while the academy has no staff. The mail is
 * a job: after `jobs.start`. Of two nodes that start together the second finds the address taken.
 */
export async function inviteFirstAdministrator(
  db: Database,
  accounts: Accounts,
  catalogue: Catalogue,
  { administrator }: Configuration,
  say: (line: string) => void,
): Promise<void> {
  const [academy] = catalogue.academies();
  if (administrator === null || academy === undefined) return;
  if ((await accounts.listStaff(db, academy.code)).length > 0) return;
  const form = {
    academy: academy.code,
    role: 'admin',
    name: academy.letterhead.bureau,
    address: administrator,
    portfolios: [],
  } as const;
  const invited = await transact(db, (tx) => accounts.inviteStaff(tx, SYSTEM, form));
  say(
    invited.ok
      ? 'The first administrator is invited by mail.'
      : `The first administrator is not invited (${invited.error.code}): REGISTRE_ADMIN must name an address without an account.`,
  );
}

import type { Accounts } from './accounts/index.ts';
import type { Academy, Catalogue } from './catalogue/index.ts';
import type { Configuration, ListedStaff } from './configuration.ts';
import type { Database } from './platform/database/database.ts';
import { transact } from './platform/database/transact.ts';
import { SYSTEM } from './platform/journal.ts';

/**
 * Who the operator of the installation says is head or administrator, in the environment that nobody else writes. While an academy has
 * no staff, they are invited: nobody there could let the first ones in. Later each start confirms those of the list: what waits for a
 * second person is done, and who stands there is nobody's puppet (decision 100). The mails are jobs: after `jobs.start`. Of two
 * nodes that start together the second finds the addresses taken.
 */
export async function followStaffList(
  db: Database,
  accounts: Accounts,
  catalogue: Catalogue,
  { listed }: Pick<Configuration, 'listed'>,
  say: (line: string) => void,
): Promise<void> {
  const academies = catalogue.academies();
  const empty = new Map<string, boolean>();
  for (const one of listed) {
    const { academy: code } = one;
    const academy = academies.find((known) => (code === null ? academies.length === 1 : known.code === code));
    if (academy === undefined) {
      say(unknownAcademy(one, academies));
      continue;
    }
    const begins = empty.get(academy.code) ?? (await accounts.listStaff(db, academy.code)).length === 0;
    empty.set(academy.code, begins);
    await (begins ? invite(db, accounts, academy, one, say) : confirm(db, accounts, academy, one, say));
  }
}

const VARIABLES = { admin: 'REGISTRE_ADMIN', head: 'REGISTRE_HEADS' } as const;

function unknownAcademy({ role, academy }: ListedStaff, academies: readonly Academy[]): string {
  const codes = academies.map((one) => one.code).join(', ');
  return academy === null
    ? `${VARIABLES[role]} must say of which academy its addresses are, such as academy=mail: ${codes}.`
    : `${VARIABLES[role]} names the academy ${academy}, which isn't there: ${codes}.`;
}

async function invite(
  db: Database,
  accounts: Accounts,
  academy: Academy,
  { role, address }: ListedStaff,
  say: (line: string) => void,
): Promise<void> {
  const form = { academy: academy.code, role, name: academy.letterhead.bureau, address, portfolios: [] };
  const invited = await transact(db, (tx) => accounts.inviteStaff(tx, SYSTEM, form));
  const who = role === 'admin' ? 'The first administrator' : 'A first head of office';
  say(
    invited.ok
      ? `${who} is invited by mail.`
      : `${who} is not invited (${invited.error.code}): ${VARIABLES[role]} must name an address without an account.`,
  );
}

/** Says nothing of whom it finds: the journal does. */
async function confirm(
  db: Database,
  accounts: Accounts,
  { code: academy }: Academy,
  { role, address }: ListedStaff,
  say: (line: string) => void,
): Promise<void> {
  const done = await transact(db, (tx) => accounts.followList(tx, SYSTEM, { academy, role, address }));
  if (!done.ok) say(`${VARIABLES[role]} names somebody who can't be confirmed (${done.error.code}).`);
  else if (!done.value)
    say(
      `${VARIABLES[role]} names somebody whom nobody of ${academy} has proposed with that role: propose them at /gestion/personnel first.`,
    );
}

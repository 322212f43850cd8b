import { namedApart, type StaffMember } from '../accounts/index.ts';
import type { EditorDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { mayKeepRules } from './guards.ts';
import { texts } from './texts.ts';

/** The names of the staff of an academy by their account; « le système » for nobody. */
export async function namesOf(
  deps: Pick<EditorDeps, 'accounts' | 'db'>,
  academy: string,
): Promise<(account: string | null) => string> {
  const staff = await deps.accounts.listStaff(deps.db, academy);
  const names = namedApart(staff);
  return (account) => names.get(account ?? '') ?? texts.somebody;
}

/** Whoever keeps the rules of the academy today, by what they may do with a draft: publish it, or not, having written in it. */
export async function keepersOf(
  { accounts, db }: Pick<EditorDeps, 'accounts' | 'db'>,
  { academy, authors }: Pick<Draft, 'academy' | 'authors'>,
): Promise<{ readonly publishers: readonly StaffMember[]; readonly authors: readonly StaffMember[] }> {
  const staff = await accounts.listStaff(db, academy);
  const keepers = staff.filter((one) => mayKeepRules(one) && one.activated && one.disabledAt === null);
  return {
    publishers: keepers.filter(({ accountId }) => !authors.includes(accountId)),
    authors: keepers.filter(({ accountId }) => authors.includes(accountId)),
  };
}

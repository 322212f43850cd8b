import type { EditorDeps } from './deps.ts';
import { texts } from './texts.ts';

/** The names of the staff of an academy by their account; « le système » for nobody. */
export async function namesOf(
  deps: Pick<EditorDeps, 'accounts' | 'db'>,
  academy: string,
): Promise<(account: string | null) => string> {
  const staff = await deps.accounts.listStaff(deps.db, academy);
  const names = new Map<string, string>(staff.map(({ accountId, name }) => [accountId, name]));
  return (account) => names.get(account ?? '') ?? texts.somebody;
}

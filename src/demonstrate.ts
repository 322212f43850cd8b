import type { Accounts, DemonstrationAccount } from './accounts/index.ts';
import type { Catalogue } from './catalogue/index.ts';

/** The candidate is of no academy; with several, the addresses of the staff say of which they are. */
export async function demonstrate(accounts: Accounts, catalogue: Catalogue): Promise<readonly DemonstrationAccount[]> {
  const academies = catalogue.academies();
  const made: DemonstrationAccount[] = [];
  for (const { code, portfolios } of academies) {
    const groups = portfolios.map((one) => one.code);
    const theirs = await accounts.ensureDemonstrationAccounts(code, groups, academies.length > 1 ? `${code}.` : '');
    made.push(...theirs.filter(({ address }) => made.every((one) => one.address !== address)));
  }
  return made;
}

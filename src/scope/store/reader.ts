import type { SignedInStaff } from '../../accounts/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { scopeOf } from '../rules/scope.ts';
import type { Scope } from '../scope.ts';
import { type Cover, coversOf } from './covers.ts';

/** What somebody may see today, and for whom they stand in. Asked at each page, so that it ends by itself. */
export async function readScope(
  db: Database,
  catalogue: Pick<Catalogue, 'sessions'>,
  staff: SignedInStaff,
): Promise<{ readonly scope: Scope; readonly covers: readonly Cover[] }> {
  const covers = staff.role === 'officer' ? await coversOf(db, staff.accountId) : [];
  return {
    scope: scopeOf(
      staff,
      catalogue,
      covers.flatMap(({ portfolios }) => portfolios),
    ),
    covers,
  };
}

import { readsFiles, type SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { NavigationItem } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import { ACCOMMODATION_READERS, readsPieces, STAFF_MANAGERS, scopeOf } from './rules/scope.ts';
import { countToCheck } from './store/figures.ts';
import { texts } from './texts.ts';

export type OfficeCounts = { readonly toCheck: number };

/** The numbers that the navigation shows to this person. */
export async function officeCounts(
  db: Database,
  catalogue: Pick<Catalogue, 'sessions'>,
  staff: SignedInStaff,
): Promise<OfficeCounts> {
  return { toCheck: readsPieces(staff) ? await countToCheck(db, scopeOf(staff, catalogue)) : 0 };
}

/** Where a member of staff may go: only pages that open for their role. */
export function officeNavigation(staff: Pick<SignedInStaff, 'role'>, counts: OfficeCounts): readonly NavigationItem[] {
  const say = texts.navigation;
  const queue: readonly NavigationItem[] = readsPieces(staff)
    ? [{ href: addresses.queue(), label: say.queue, count: counts.toCheck, countLabel: say.toCheck }]
    : [];
  const files: readonly NavigationItem[] = readsFiles(staff) ? [{ href: addresses.files(), label: say.files }] : [];
  const managing: readonly NavigationItem[] = STAFF_MANAGERS.some((role) => role === staff.role)
    ? [
        { href: '/gestion/regles', label: say.rules },
        { href: addresses.staff(), label: say.staff },
        { href: addresses.journal(), label: say.journal },
      ]
    : [];
  return [
    { href: addresses.home, label: say.home },
    ...queue,
    ...(ACCOMMODATION_READERS.some((role) => role === staff.role)
      ? [{ href: addresses.accommodations(), label: say.accommodations }]
      : []),
    ...files,
    ...managing,
    { href: '/compte', label: say.account },
  ];
}

import { FILE_READERS, type Role, type SignedInStaff } from '../../accounts/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Scope } from '../scope.ts';

/** Who says who works here. */
export const STAFF_MANAGERS = ['head', 'admin'] as const satisfies readonly Role[];
export const JOURNAL_READERS = ['head', 'admin'] as const satisfies readonly Role[];

/** Who reads what candidates say of their health. */
export const ACCOMMODATION_READERS = ['accommodation'] as const satisfies readonly Role[];

export function readsAccommodations({ role }: Pick<SignedInStaff, 'role'>): boolean {
  return ACCOMMODATION_READERS.some((reader) => reader === role);
}

/** Who prepares the exam: a summons says how somebody sits it, so nobody else of the office opens one (decision 108). */
export function opensSummonses({ role }: Pick<SignedInStaff, 'role'>): boolean {
  return role === 'head';
}

/** Who decides on pieces: the ordinary ones, or those that hold health data. */
export const PIECE_READERS = [...FILE_READERS, ...ACCOMMODATION_READERS] as const satisfies readonly Role[];

export function readsPieces(staff: Pick<SignedInStaff, 'role'>): boolean {
  return PIECE_READERS.some((role) => role === staff.role);
}

/**
 * An officer sees their groups of specialities and those of colleagues for whom they stand in (`covered`), the head of office all
 * of the academy; who decides on accommodations, only the pieces that the two don't see (docs/product.md, « Who sees what »).
 */
export function scopeOf(
  staff: Pick<SignedInStaff, 'academy' | 'role' | 'portfolios'> & { readonly accountId?: string },
  catalogue: Pick<Catalogue, 'sessions'>,
  covered: readonly string[] = [],
): Scope {
  return {
    ...(staff.accountId === undefined ? {} : { reader: staff.accountId }),
    academy: staff.academy,
    sessions: catalogue
      .sessions()
      .filter((session) => session.academy === staff.academy)
      .map((session) => session.code),
    portfolios: portfoliosOf(staff, covered),
    pieces: staff.role === 'accommodation' ? 'confidential' : 'ordinary',
  };
}

function portfoliosOf(
  { role, portfolios }: Pick<SignedInStaff, 'role' | 'portfolios'>,
  covered: readonly string[],
): readonly string[] | null {
  if (role === 'head' || role === 'accommodation') return null;
  return role === 'officer' ? [...new Set([...portfolios, ...covered])] : [];
}

import type { Role } from './accounts/index.ts';
import { HELP_OF_ENROLMENTS, type UnderPath } from './staffHelpOfEnrolments.ts';
import { HELP_OF_EXAM } from './staffHelpOfExam.ts';

export const STAFF_HELP: readonly UnderPath[] = [...HELP_OF_ENROLMENTS, ...HELP_OF_EXAM];

/** The help of an address for a role, by the longest beginning that it has; null: it is no page of the staff. */
export function helpAt(address: string, role: Role): UnderPath | null {
  const path = address.split('?')[0] ?? '';
  const found = STAFF_HELP.filter(
    ({ under, of = [role] }) => of.includes(role) && (path === under || path.startsWith(`${under}/`)),
  );
  return found.toSorted((one, other) => other.under.length - one.under.length)[0] ?? null;
}

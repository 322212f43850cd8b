import {
  columns,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../platform/database/columns.ts';
import { type AccountId, ROLES, type Role } from './account.ts';

/** What of the staff's accesses is asked for by one person and done by a second (decision 100). */
const PROPOSALS = ['invite', 'change', 'second-proof'] as const;

export const PROPOSAL = columns({
  id: uuid,
  academy: text,
  kind: oneOf(PROPOSALS),
  /** null: of who has no account yet. */
  accountId: nullable(id<AccountId>()),
  /** Of who has no account yet. */
  address: nullable(text),
  name: text,
  role: oneOf(ROLES),
  /** The version of the member that was read; null for an invitation. */
  version: nullable(integer),
  proposedBy: id<AccountId>(),
  proposedAt: instant,
});
/** One that waits. Ended, it is gone: the journal and the history of placings say what was done. */
export type StaffProposal = RowOf<typeof PROPOSAL>;

/** Who approves for the office, and who lets people in: named, raised or opened again, every one of them is told. */
const RESPONSIBLE = ['head', 'admin'] as const satisfies readonly Role[];

export function isResponsible(role: Role): boolean {
  return RESPONSIBLE.some((one) => one === role);
}

import type { AccountId, Role } from './account.ts';

/** What of the staff's accesses is asked for by one person and done by a second (docs/decisions/100). */
export const PROPOSALS = ['invite', 'change', 'second-proof'] as const;

/** One that waits. Ended, it is gone: the journal and the history of placings say what was done. */
export type StaffProposal = {
  readonly id: string;
  readonly academy: string;
  readonly kind: (typeof PROPOSALS)[number];
  /** null: of who has no account yet. */
  readonly accountId: AccountId | null;
  /** Of who has no account yet. */
  readonly address: string | null;
  readonly name: string;
  readonly role: Role;
  /** The version of the member that was read; null for an invitation. */
  readonly version: number | null;
  readonly proposedBy: AccountId;
  readonly proposedAt: Temporal.Instant;
};

/** Who approves for the office, and who lets people in: named, raised or opened again, every one of them is told. */
const RESPONSIBLE = ['head', 'admin'] as const satisfies readonly Role[];

export function isResponsible(role: Role): boolean {
  return RESPONSIBLE.some((one) => one === role);
}

import type { Accounts } from '../accounts/index.ts';
import type { DeskDeps } from '../scope/index.ts';

/** What the acts and pages of this room work with. */
export type StaffDeps = DeskDeps & {
  readonly accounts: Pick<
    Accounts,
    | 'inviteStaff'
    | 'changeStaff'
    | 'setStaffDisabled'
    | 'proposeStaff'
    | 'confirmStaff'
    | 'dropStaff'
    | 'proposalsFor'
    | 'confirmAccess'
  >;
};

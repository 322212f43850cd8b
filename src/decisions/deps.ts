import type { Accounts, Guards, SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';
import type { DeclaredAct } from './decision.ts';

/** What taking a decision needs. */
export type DecideDeps = { readonly catalogue: () => Catalogue };

/** What the page of delegations works with; `acts`: of every room, as they are composed. */
export type DelegationDeps = DecideDeps & {
  readonly db: Database;
  readonly clock: Clock;
  readonly acts: readonly DeclaredAct[];
  readonly accounts: Pick<Accounts, 'listStaff'>;
  readonly guards: Pick<Guards, 'staff'>;
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
};

import type { Guards, SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';

/** What the pages of this room work with. */
export type ExchangeDeps = {
  readonly db: Database;
  readonly catalogue: () => Catalogue;
  readonly clock: Clock;
  readonly guards: Pick<Guards, 'staff'>;
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
};

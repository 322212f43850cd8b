import type { Accounts, Guards, SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';

/** What the acts of this room work with. */
export type AttendanceActDeps = {
  readonly db: Database;
  readonly events: EventBus;
  readonly accounts: Pick<Accounts, 'listStaff'>;
  readonly catalogue: () => Catalogue;
};

/** What its pages work with. */
export type AttendanceDeps = AttendanceActDeps & {
  readonly clock: Clock;
  readonly guards: Pick<Guards, 'staff'>;
  /** The code that stands on each summons. */
  readonly codes: (
    db: Database,
    place: { readonly academy: string; readonly session: string },
    enrolments: readonly EnrolmentId[],
  ) => Promise<ReadonlyMap<EnrolmentId, string>>;
  /** What stands around a keeper's page, and around one of the head's. */
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  readonly officeChrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  /** The same without anybody: a page that a device keeps. */
  readonly bareChrome: (visit: Visit) => Chrome;
};

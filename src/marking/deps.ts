import type { Guards, SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';
import type { MarkingBoard } from './marking.ts';

/** What the acts of this room work with. */
export type MarkingActDeps = {
  readonly db: Database;
  readonly events: EventBus;
  readonly catalogue: () => Catalogue;
};

/** What its pages work with. */
export type MarkingDeps = MarkingActDeps & {
  readonly clock: Clock;
  readonly guards: Pick<Guards, 'staff'>;
  /** When the marks of a unit were locked; null: they aren't. */
  readonly lockedOn: (
    db: Database,
    of: Pick<MarkingBoard, 'academy' | 'session' | 'speciality' | 'unit'>,
  ) => Promise<Temporal.Instant | null>;
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  /** The same without anybody: a page that a device keeps. */
  readonly bareChrome: (visit: Visit) => Chrome;
};

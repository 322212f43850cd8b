import type { Accounts, Guards, SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { TableReader } from '../platform/tables/reader.ts';
import type { Chrome } from '../ui/index.ts';
import type { Entrant } from './marks.ts';
import type { FirstSitting } from './rules/begun.ts';

export type ClosedOn = { readonly academy: string; readonly session: string; readonly speciality: string };

/** What the acts of this room work with. */
export type MarkActDeps = {
  readonly db: Database;
  readonly events: EventBus;
  readonly catalogue: () => Catalogue;
  /** Who sits what at a session, today. */
  readonly entrants: (db: Database, academy: string, session: string) => Promise<readonly Entrant[]>;
  /** Who has a seat for what in the published plan of a session. */
  readonly seats: (db: Database, academy: string, session: string) => Promise<readonly Entrant[]>;
  /** The record that a jury closed on a speciality of a session; null: none. */
  readonly closedRecord: (db: Database, of: ClosedOn) => Promise<string | null>;
  /** When each unit of a session is first sat, as its calendar says. */
  readonly sittings: (db: Database, academy: string, session: string) => Promise<readonly FirstSitting[]>;
  readonly accounts: Pick<Accounts, 'listStaff'>;
};

/** What its pages work with. */
export type MarkDeps = MarkActDeps & {
  readonly clock: Clock;
  readonly guards: Pick<Guards, 'staff'>;
  readonly tables: Pick<TableReader, 'read'>;
  /** What stands around a page of the staff. */
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
};

// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    exam_centre: {
      id: string;
      academy: string;
      session: string;
      code: string;
      name: string;
      address: string;
      postcode: string;
      city: string;
      row_version: Generated<number>;
      closed: Generated<boolean>;
    };
    exam_room: {
      id: string;
      academy: string;
      session: string;
      centre_id: string;
      name: string;
      folded: string;
      capacity: number;
      accessible: boolean;
      kinds: Generated<readonly string[]>;
      row_version: Generated<number>;
      closed: Generated<boolean>;
      stations: number | null;
    };
    exam_room_loan: {
      id: string;
      academy: string;
      room_id: string;
      borrower: string;
      first_day: Temporal.PlainDate;
      last_day: Temporal.PlainDate;
      said_by: string;
      said_at: Generated<Temporal.Instant>;
      ended_at: Temporal.Instant | null;
      ended_by: string | null;
    };
    exam_session_centre: {
      academy: string;
      session: string;
      centre_id: string;
    };
    exam_sitting: {
      id: string;
      academy: string;
      session: string;
      speciality: string;
      unit: string;
      starts_at: Temporal.Instant;
      minutes: number;
      material: string;
      kind: string;
      room_id: string | null;
      row_version: Generated<number>;
      held: Generated<'written' | 'oral' | 'practical'>;
      until: Temporal.Instant | null;
      preparation: Generated<number>;
      rest: Generated<number>;
      uncounted: Generated<number>;
    };
    /** A view: any room may read it. */
    calendar_sitting: {
      id: string;
      academy: string;
      session: string;
      speciality: string;
      unit: string;
      starts_at: Temporal.Instant;
      minutes: number;
      material: string;
      kind: string;
      room_id: string | null;
      row_version: number;
      held: 'written' | 'oral' | 'practical';
      until: Temporal.Instant | null;
      preparation: number;
      rest: number;
    };
    /** A view: any room may read it. */
    held_sitting: {
      id: string;
      academy: string;
      session: string;
      room_id: string | null;
      held: 'written' | 'oral' | 'practical';
      has_from: Temporal.Instant | null;
      has_to: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    session_centre: {
      academy: string;
      session: string;
      id: string;
      code: string | null;
      name: string;
      city: string;
      address: string;
      postcode: string;
      closed: boolean;
      row_version: number;
    };
    /** A view: any room may read it. */
    session_room: {
      academy: string;
      session: string;
      id: string;
      centre_id: string;
      name: string;
      folded: string;
      capacity: number;
      accessible: boolean;
      kinds: readonly string[];
      stations: number | null;
      row_version: number;
      closed: boolean | null;
    };
    /** A view: any room may read it. */
    written_centre: {
      id: string;
      academy: string;
      session: string;
      code: string;
      name: string;
      address: string;
      postcode: string;
      city: string;
      row_version: number;
      closed: boolean;
    };
    /** A view: any room may read it. */
    written_room: {
      id: string;
      academy: string;
      session: string;
      centre_id: string;
      name: string;
      folded: string;
      capacity: number;
      accessible: boolean;
      kinds: readonly string[];
      row_version: number;
      closed: boolean;
      stations: number | null;
    };
  }
}

export {};

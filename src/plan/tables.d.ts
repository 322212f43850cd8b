// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    exam_placed: {
      plan_id: string;
      enrolment_id: string;
      centre_id: string;
      km: number | null;
      nearer: ColumnType<unknown, string | undefined, string>;
    };
    exam_plan: {
      id: string;
      academy: string;
      session: string;
      number: number;
      state: 'working' | 'draft' | 'failed' | 'published' | 'replaced';
      based_on: string | null;
      figures: ColumnType<unknown, string | null, string | null>;
      failure: string | null;
      ordered_by: string;
      ordered_at: Temporal.Instant;
      published_by: string | null;
      published_at: Temporal.Instant | null;
      row_version: Generated<number>;
      mode: Generated<'all' | 'missing'>;
    };
    exam_seat: {
      plan_id: string;
      enrolment_id: string;
      unit: string;
      sitting_id: string;
      room_id: string;
      starts_at: Temporal.Instant;
      ends_at: Temporal.Instant;
      percent: Generated<number>;
      alone: Generated<boolean>;
      place: number | null;
      frozen: Generated<boolean>;
      reason: string | null;
      calls_at: Temporal.Instant | null;
    };
    exam_unseated: {
      plan_id: string;
      enrolment_id: string;
      unit: string;
      why: 'no-sitting' | 'no-room' | 'no-centre' | 'full' | 'twice-at-once' | 'taken-away' | 'elsewhere';
      reason: string | null;
    };
    /** A view: any room may read it. */
    exam_named_centre: {
      id: string;
      academy: string;
      session: string;
      code: string;
      name: string;
      city: string;
    };
    /** A view: any room may read it. */
    exam_named_room: {
      id: string;
      academy: string;
      session: string;
      centre_id: string;
      name: string;
    };
    /** A view: any room may read it. */
    exam_published_seat: {
      academy: string;
      session: string;
      enrolment_id: string;
      unit: string;
      room_id: string;
      room: string;
      centre_id: string;
      centre_code: string;
      centre: string;
      starts_at: Temporal.Instant;
      ends_at: Temporal.Instant;
      place: number | null;
      day: Temporal.PlainDate | null;
      calls_at: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    planned_seat: {
      plan_id: string;
      enrolment_id: string;
      unit: string;
      sitting_id: string;
      room_id: string;
      starts_at: Temporal.Instant;
      ends_at: Temporal.Instant;
      percent: number;
      alone: boolean;
      place: number | null;
      frozen: boolean;
      reason: string | null;
      calls_at: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    seating_plan: {
      id: string;
      academy: string;
      session: string;
      number: number;
      state: 'working' | 'draft' | 'failed' | 'published' | 'replaced';
      based_on: string | null;
      ordered_at: Temporal.Instant;
      published_at: Temporal.Instant | null;
      row_version: number;
    };
  }
}

export {};

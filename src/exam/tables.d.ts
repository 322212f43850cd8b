// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

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
    };
    exam_checkin_code: {
      enrolment_id: string;
      academy: string;
      session: string;
      code: string;
    };
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
    exam_replacement: {
      academy: string;
      session: string;
      enrolment_id: string;
      unit: string;
      admitted: boolean;
      written_at: Generated<Temporal.Instant>;
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
    };
    exam_summoned: {
      plan_id: string;
      enrolment_id: string;
      academy: string;
      session: string;
      outcome: 'first' | 'changed' | 'void' | 'same' | 'failed';
      fault: string | null;
    };
    exam_summons: {
      enrolment_id: string;
      rank: number;
      academy: string;
      session: string;
      plan_id: string;
      paper_id: string;
      event_id: string;
      facts: ColumnType<unknown, string, string>;
      first_at: Temporal.Instant | null;
      issued_at: Generated<Temporal.Instant>;
    };
    exam_summons_sent_again: {
      event_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      rank: number;
      officer_id: string;
      at: Generated<Temporal.Instant>;
    };
    exam_unseated: {
      plan_id: string;
      enrolment_id: string;
      unit: string;
      why: 'no-sitting' | 'no-room' | 'no-centre' | 'full' | 'twice-at-once' | 'taken-away';
      reason: string | null;
    };
    exam_watch: {
      academy: string;
      session: string;
      plan_id: string | null;
      to_add: number;
      to_take_away: number;
      first_sitting: Temporal.Instant | null;
      looked_at: Temporal.Instant;
      asked: Generated<boolean>;
      to_move: Generated<number>;
    };
    exam_withheld: {
      academy: string;
      session: string;
      enrolment_id: string;
      units: readonly string[];
      told_at: Generated<Temporal.Instant>;
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
    };
  }
}

export {};

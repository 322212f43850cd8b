// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    board_member: {
      id: string;
      academy: string;
      session: string;
      board_id: string;
      examiner_id: string;
      state: Generated<'proposed' | 'convened' | 'accepted' | 'declined' | 'released'>;
      words: Generated<string>;
      instead_of: string | null;
      added_by: string;
      added_at: Generated<Temporal.Instant>;
      told: ColumnType<unknown, string | null, string | null>;
      told_at: Temporal.Instant | null;
      answered_by: string | null;
      answered_at: Temporal.Instant | null;
      came: boolean | null;
      came_at: Temporal.Instant | null;
      left_at: Temporal.Instant | null;
      came_said_by: string | null;
      row_version: Generated<number>;
    };
    examiner: {
      id: string;
      academy: string;
      last_name: string;
      first_name: string;
      folded: string;
      side: 'teaching' | 'employer' | 'employee' | 'other';
      title: string;
      employer: string;
      postcode: string;
      mail: string | null;
      phone: string | null;
      tasks: readonly string[];
      specialities: readonly string[];
      km_most: number | null;
      away: readonly string[];
      retired: Generated<boolean>;
      account_id: string | null;
      row_version: Generated<number>;
      retired_since: Temporal.PlainDate | null;
      postal: Generated<string>;
    };
    examiner_code: {
      examiner_id: string;
      academy: string;
      session: string;
      code: Generated<string>;
      signing: Generated<string>;
    };
    examiner_jury: {
      id: string;
      academy: string;
      session: string;
      name: string;
      place: string;
      specialities: readonly string[];
      starts_at: Temporal.Instant;
      ends_at: Temporal.Instant;
    };
    examiner_letter: {
      id: string;
      rank: GeneratedAlways<number>;
      academy: string;
      session: string;
      examiner_id: string;
      at: Generated<Temporal.Instant>;
      mailed_at: Temporal.Instant | null;
      event_id: string | null;
      by_mail: Generated<boolean>;
    };
    examiner_link: {
      id: string;
      academy: string;
      examiner_id: string;
      enrolment_id: string;
      kind: 'teaches' | 'employs' | 'family' | 'other';
      words: Generated<string>;
      said_by: string;
      said_at: Generated<Temporal.Instant>;
      ended_at: Temporal.Instant | null;
      ended_by: string | null;
      ended_words: string | null;
    };
    planned_board: {
      plan_id: string;
      id: string;
      academy: string;
      session: string;
      held: string;
      room_id: string;
      sitting_ids: readonly string[];
      specialities: readonly string[];
      units: readonly string[];
      first_at: Temporal.Instant;
      last_at: Temporal.Instant;
      starts_at: Temporal.Instant;
      ends_at: Temporal.Instant;
      candidates: number;
      apart: Generated<string>;
      shared: Generated<boolean>;
    };
    /** A view: any room may read it. */
    exam_board: {
      academy: string;
      session: string;
      id: string;
      held: string;
      room_id: string;
      room: string | null;
      centre_id: string | null;
      centre: string | null;
      city: string | null;
      postcode: string | null;
      specialities: readonly string[];
      units: readonly string[];
      starts_at: Temporal.Instant;
      ends_at: Temporal.Instant;
      candidates: number | null;
      name: string;
      shared: boolean;
    };
    /** A view: any room may read it. */
    exam_board_seat: {
      academy: string;
      session: string;
      held: string;
      sitting_id: string | null;
      room_id: string | null;
      enrolment_id: string | null;
      speciality: string | null;
      unit: string | null;
      calls_at: Temporal.Instant | null;
      starts_at: Temporal.Instant | null;
      ends_at: Temporal.Instant | null;
      preparation: number | null;
      rest: number | null;
      board_id: string;
      name: string;
      marked_unit: string | null;
    };
    /** A view: any room may read it. */
    examiner_place: {
      academy: string | null;
      session: string | null;
      id: string | null;
      held: string | null;
      name: string | null;
      room: string | null;
      centre_id: string | null;
      centre: string | null;
      address: string | null;
      city: string | null;
      specialities: readonly string[] | null;
      units: readonly string[] | null;
      starts_at: Temporal.Instant | null;
      ends_at: Temporal.Instant | null;
    };
  }
}

export {};

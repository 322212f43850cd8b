// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    mark_added: {
      academy: string;
      session: string;
      batch_id: string;
      enrolment_id: string;
      reason: string;
      by: string;
      at: Generated<Temporal.Instant>;
    };
    mark_batch: {
      id: string;
      academy: string;
      session: string;
      speciality: string;
      unit: string;
      title: string;
      step: 'half-point' | 'point';
      first_clerk: string | null;
      first_version: Generated<number>;
      first_done_at: Temporal.Instant | null;
      second_clerk: string | null;
      second_version: Generated<number>;
      second_done_at: Temporal.Instant | null;
      opened_by: string;
      opened_at: Generated<Temporal.Instant>;
      locked_at: Temporal.Instant | null;
      locked_by: string | null;
      row_version: Generated<number>;
      named: Generated<boolean>;
    };
    mark_entry: {
      rank: GeneratedAlways<number>;
      academy: string;
      session: string;
      batch_id: string;
      script_id: string;
      sort: 'first' | 'second' | 'board' | 'decided' | 'corrected';
      outcome: 'mark' | 'absent' | 'excused' | 'exempt' | null;
      half_points: number | null;
      version: number | null;
      reason: string | null;
      by: string;
      at: Generated<Temporal.Instant>;
    };
    mark_identity: {
      script_id: string;
      academy: string;
      session: string;
      batch_id: string;
      enrolment_id: string;
    };
    mark_import: {
      id: string;
      academy: string;
      session: string;
      batch_id: string;
      round: 'first' | 'second';
      version: number;
      name: string;
      sha256: string;
      changes: ColumnType<unknown, string, string>;
      same: number;
      absent: number;
      by: string;
      at: Generated<Temporal.Instant>;
      written_at: Temporal.Instant | null;
    };
    mark_lift: {
      id: string;
      academy: string;
      session: string;
      batch_id: string;
      reason: string;
      by: string;
      at: Generated<Temporal.Instant>;
    };
    mark_script: {
      id: string;
      academy: string;
      session: string;
      batch_id: string;
      number: string;
      left_at: Temporal.Instant | null;
    };
  }
}

export {};

// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated, GeneratedAlways } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    attendance_act: {
      id: string;
      rank: GeneratedAlways<number>;
      academy: string;
      session: string;
      centre_id: string;
      room_id: string;
      day: Temporal.PlainDate;
      enrolment_id: string;
      unit: string;
      state: 'present' | 'absent' | 'late' | 'none';
      minutes: number | null;
      source: 'page' | 'device' | 'office';
      device: string;
      seen: number;
      said_at: Temporal.Instant;
      at: Generated<Temporal.Instant>;
      by: string;
      reason: string | null;
    };
    attendance_call: {
      id: string;
      rank: GeneratedAlways<number>;
      academy: string;
      session: string;
      centre_id: string;
      room_id: string;
      sitting_id: string;
      day: Temporal.PlainDate;
      minutes: number | null;
      enrolment_id: string | null;
      taken_from: string | null;
      agreed: boolean;
      source: 'page' | 'device';
      device: string;
      said_at: Temporal.Instant;
      at: Generated<Temporal.Instant>;
      by: string;
    };
    attendance_contact: {
      academy: string;
      session: string;
      centre_id: string;
      day: Temporal.PlainDate;
      device: string;
      at: Generated<Temporal.Instant>;
    };
    attendance_keeper: {
      account_id: string;
      academy: string;
      session: string;
      centre_id: string;
      named_by: string;
      named_at: Generated<Temporal.Instant>;
    };
    attendance_phoned: {
      id: string;
      rank: GeneratedAlways<number>;
      academy: string;
      session: string;
      centre_id: string;
      day: Temporal.PlainDate;
      enrolment_id: string;
      unit: string;
      call_rank: number;
      told: boolean;
      source: 'page' | 'device';
      device: string;
      said_at: Temporal.Instant;
      at: Generated<Temporal.Instant>;
      by: string;
    };
    attendance_remark: {
      id: string;
      rank: GeneratedAlways<number>;
      academy: string;
      session: string;
      centre_id: string;
      room_id: string;
      day: Temporal.PlainDate;
      text: string;
      said_at: Temporal.Instant;
      at: Generated<Temporal.Instant>;
      by: string;
    };
    /** A view: any room may read it. */
    attendance_state: {
      academy: string | null;
      session: string | null;
      enrolment_id: string | null;
      unit: string | null;
      centre_id: string | null;
      state: string | null;
      minutes: number | null;
      rank: number | null;
      said_at: Temporal.Instant | null;
      at: Temporal.Instant | null;
      by: string | null;
      source: string | null;
      reason: string | null;
      other_state: string | null;
      other_minutes: number | null;
      other_said_at: Temporal.Instant | null;
    };
  }
}

export {};

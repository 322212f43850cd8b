// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    exam_call_told: {
      rank: number;
      enrolment_id: string;
      way: 'mail' | 'phone' | 'same';
      at: Generated<Temporal.Instant>;
    };
    exam_checkin_code: {
      enrolment_id: string;
      academy: string;
      session: string;
      code: string;
    };
    exam_expected_call: {
      rank: GeneratedAlways<number>;
      academy: string;
      session: string;
      enrolment_id: string;
      unit: string;
      planned_at: Temporal.Instant;
      calls_at: Temporal.Instant;
      starts_at: Temporal.Instant;
      at: Generated<Temporal.Instant>;
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
    exam_withheld: {
      academy: string;
      session: string;
      enrolment_id: string;
      units: readonly string[];
      told_at: Generated<Temporal.Instant>;
    };
  }
}

export {};

// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    absence_excuse: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      units: readonly string[];
      words: string;
      state: Generated<'sent' | 'reading' | 'read' | 'withdrawn'>;
      conclusion: 'established' | 'not-established' | null;
      said: Generated<string>;
      sent_at: Generated<Temporal.Instant>;
      read_by: string | null;
      read_at: Temporal.Instant | null;
      ended_at: Temporal.Instant | null;
      row_version: Generated<number>;
    };
    absence_proof: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      excuse_id: string;
      name: string;
      type: string;
      size: number;
      sha256: string;
      sent_sha256: string;
      sent_size: number;
      sent_type: string;
      file_key: string;
      receipt: string;
      begun_at: Temporal.Instant;
      finished_at: Temporal.Instant;
      removed_at: Temporal.Instant | null;
      scan: 'waiting' | 'clean' | 'infected' | null;
      finding: string | null;
      erased_at: Temporal.Instant | null;
      checked_at: Temporal.Instant | null;
      fault: 'missing' | 'altered' | null;
      unread: Generated<boolean>;
      refusal: string | null;
    };
    replacement_decision: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      unit: string;
      rank: number;
      outcome: 'granted' | 'refused';
      received_on: Temporal.PlainDate;
      words: string;
      decided_by: string;
      decided_at: Generated<Temporal.Instant>;
      decision_id: string | null;
    };
  }
}

export {};

// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    publication: {
      id: string;
      academy: string;
      officer_id: string;
      title: string;
      todo: string;
      due_on: Temporal.PlainDate | null;
      alone: boolean;
      file_key: string;
      size: number;
      sha256: string;
      sent_sha256: string;
      sent_size: number;
      scan: 'waiting' | 'clean' | 'infected' | null;
      finding: string | null;
      drafted_at: Generated<Temporal.Instant>;
      created_at: Generated<Temporal.Instant>;
      abandoned_at: Temporal.Instant | null;
      ordered_at: Temporal.Instant | null;
      withdrawn_at: Temporal.Instant | null;
      withdrawn_by: string | null;
      reason: string | null;
      checked_at: Temporal.Instant | null;
      fault: 'missing' | 'altered' | null;
    };
    publication_recipient: {
      publication_id: string;
      enrolment_id: string;
      academy: string;
      session: string;
      state: Generated<'planned' | 'given' | 'ended' | 'repeated' | 'withdrawn'>;
      settled_at: Temporal.Instant | null;
      opened_at: Temporal.Instant | null;
      withdrawal_told_at: Temporal.Instant | null;
    };
  }
}

export {};

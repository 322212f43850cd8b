// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    draft_reminder: {
      id: Generated<string>;
      academy: string;
      session: string;
      enrolment_id: string;
      until: Temporal.Instant;
      step: string;
      state: Generated<'planned' | 'queued' | 'sent' | 'solved' | 'missed'>;
      planned_at: Generated<Temporal.Instant>;
      settled_at: Temporal.Instant | null;
      event_id: string | null;
    };
    reminder: {
      id: Generated<string>;
      academy: string;
      session: string;
      enrolment_id: string;
      until: Temporal.Instant;
      step: string;
      state: Generated<'planned' | 'queued' | 'sent' | 'solved' | 'excluded' | 'ended' | 'missed'>;
      planned_at: Generated<Temporal.Instant>;
      settled_at: Temporal.Instant | null;
      event_id: string | null;
      paper_id: string | null;
    };
    reminder_call: {
      id: Generated<string>;
      academy: string;
      session: string;
      closes_at: Temporal.Instant;
      words: string;
      head_id: string;
      at: Generated<Temporal.Instant>;
    };
    reminder_exclusion: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      reason: string;
      officer_id: string;
      at: Generated<Temporal.Instant>;
      lifted_by: string | null;
      lifted_at: Temporal.Instant | null;
    };
    reminder_sweep: {
      academy: string;
      session: string;
      asked_at: Temporal.Instant;
    };
    /** A view: any room may read it. */
    reminder_letter_over: {
      letter_id: string | null;
    };
  }
}

export {};

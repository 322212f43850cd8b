// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    extension: {
      id: Generated<string>;
      academy: string;
      state: Generated<'proposed' | 'dropped' | 'approved'>;
      sessions: readonly string[];
      deadlines: readonly string[];
      days: number;
      hours: number;
      reason: string;
      proposed_by: string;
      proposed_at: Generated<Temporal.Instant>;
      closed_by: string | null;
      closed_at: Temporal.Instant | null;
      publication: number | null;
    };
    rule_draft: {
      id: Generated<string>;
      academy: string;
      title: string;
      state: Generated<'open' | 'submitted' | 'published' | 'abandoned'>;
      base: number;
      changes: ColumnType<unknown, string | undefined, string>;
      delivered: string | null;
      version: Generated<number>;
      started_by: string;
      authors: readonly string[];
      submitted_by: string | null;
      purpose: string | null;
      sent_back: string | null;
      published_by: string | null;
      published_despite: string | null;
      applied: boolean | null;
      publication: number | null;
      changed_at: Generated<Temporal.Instant>;
    };
    rule_draft_save: {
      draft: string;
      version: number;
      what: string;
      changes: ColumnType<unknown, string, string>;
      saved_by: string;
      saved_at: Generated<Temporal.Instant>;
    };
    rule_effect: {
      publication: number;
      enrolment: string;
      sentences: ColumnType<unknown, string, string>;
      told_at: Temporal.Instant | null;
      health: Generated<boolean>;
    };
  }
}

export {};

// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    hearing: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      kind: 'units' | 'validation' | 'regularisation';
      units: ColumnType<unknown, string, string>;
      piece_id: string | null;
      basis: 'unlawful' | 'fraud' | 'asked' | null;
      facts: readonly string[];
      words: string;
      until: Temporal.Instant;
      officer_id: string;
      at: Generated<Temporal.Instant>;
      paper_id: string;
      outcome: 'decided' | 'dropped' | null;
      ended_by: string | null;
      ended_at: Temporal.Instant | null;
      codes: Generated<readonly string[]>;
      law: string | null;
    };
    hearing_answer: {
      id: string;
      academy: string;
      session: string;
      hearing_id: string;
      words: string;
      at: Generated<Temporal.Instant>;
    };
    unit_exclusion: {
      decision_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      hearing_id: string;
      unit: string;
      title: string;
      at: Generated<Temporal.Instant>;
      lifted_at: Temporal.Instant | null;
      lifted_by: string | null;
    };
    /** A view: any room may read it. */
    unit_given_back: {
      decision_id: string;
    };
  }
}

export {};

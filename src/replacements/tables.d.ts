// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
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
    };
  }
}

export {};

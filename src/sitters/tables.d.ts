// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    exam_replacement: {
      academy: string;
      session: string;
      enrolment_id: string;
      unit: string;
      admitted: boolean;
      written_at: Generated<Temporal.Instant>;
    };
  }
}

export {};

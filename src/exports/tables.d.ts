// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    saved_export: {
      id: string;
      academy: string;
      account_id: string;
      name: string;
      query: string;
      shared: boolean;
      saved_at: Generated<Temporal.Instant>;
    };
  }
}

export {};

// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    banner: {
      academy: string;
      words: string;
      until: Temporal.Instant;
      version: number;
      head_id: string;
      at: Generated<Temporal.Instant>;
    };
  }
}

export {};

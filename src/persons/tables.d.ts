// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    entry_proof: {
      entry_id: string;
      academy: string;
      officer_id: string;
      file_key: string;
      type: string;
      size: number;
      sha256: string;
      scan: 'waiting' | 'clean' | 'infected' | null;
      kept_at: Generated<Temporal.Instant>;
      checked_at: Temporal.Instant | null;
      fault: string | null;
    };
  }
}

export {};

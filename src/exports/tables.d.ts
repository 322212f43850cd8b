// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    export_order: {
      id: string;
      academy: string;
      session: string;
      account_id: string;
      query: string;
      portfolios: readonly string[] | null;
      format: 'csv' | 'xlsx';
      what: string;
      state: 'planned' | 'ready' | 'failed';
      total: number | null;
      written: Generated<number>;
      tries: Generated<number>;
      ordered_at: Generated<Temporal.Instant>;
      ended_at: Temporal.Instant | null;
    };
    export_part: {
      order_id: string;
      rank: number;
      bytes: Buffer;
    };
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

// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    exam_watch: {
      academy: string;
      session: string;
      plan_id: string | null;
      to_add: number;
      to_take_away: number;
      first_sitting: Temporal.Instant | null;
      looked_at: Temporal.Instant;
      asked: Generated<boolean>;
      to_move: Generated<number>;
      to_mend: Generated<number>;
    };
  }
}

export {};

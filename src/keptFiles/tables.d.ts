// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    unread_file: {
      id: string;
      room: string;
      folder: string;
      owner: string;
      parts: ColumnType<unknown, string, string>;
      until: Temporal.Instant;
      received_at: Generated<Temporal.Instant>;
      watched_at: Temporal.Instant | null;
      taken_until: Temporal.Instant | null;
      kept_until: Temporal.Instant | null;
    };
  }
}

export {};

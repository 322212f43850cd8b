// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    rule_pack: {
      fingerprint: string;
      files: ColumnType<unknown, string, string>;
    };
    rule_publication: {
      id: GeneratedAlways<number>;
      fingerprint: string;
      origin: 'folder' | 'office';
      folder_fingerprint: string;
      published_at: Generated<Temporal.Instant>;
    };
    session_anchor: {
      session: string;
      anchored_at: Temporal.Instant;
    };
  }
}

export {};

// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    api_key: {
      id: string;
      academy: string;
      name: string;
      shown: string;
      hash: Buffer;
      scopes: readonly string[];
      made_by: string;
      made_at: Generated<Temporal.Instant>;
      expires_at: Temporal.Instant;
      revoked_at: Temporal.Instant | null;
      revoked_by: string | null;
      last_used_at: Temporal.Instant | null;
    };
    key_reading: {
      academy: string;
      session: string;
      enrolment_id: string;
      key_id: string;
      day: Temporal.PlainDate;
      identity: boolean;
      result: boolean;
    };
  }
}

export {};

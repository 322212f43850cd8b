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
    webhook: {
      id: string;
      academy: string;
      name: string;
      address: string;
      facts: readonly string[];
      state: Generated<'active' | 'suspended' | 'removed'>;
      secret_rank: Generated<number>;
      failures: Generated<number>;
      failing_since: Temporal.Instant | null;
      rest_until: Temporal.Instant | null;
      busy_until: Temporal.Instant | null;
      made_by: string;
      made_at: Generated<Temporal.Instant>;
    };
    webhook_delivery: {
      id: string;
      academy: string;
      session: string;
      webhook_id: string;
      event_id: string;
      fact: string;
      body: string;
      state: 'waiting' | 'delivered' | 'dead';
      tries: Generated<number>;
      next_at: Generated<Temporal.Instant>;
      expires_at: Temporal.Instant;
      status: number | null;
      fault: 'answered' | 'timeout' | 'unreachable' | 'unknown-host' | 'inside' | 'suspended' | null;
      created_at: Generated<Temporal.Instant>;
      delivered_at: Temporal.Instant | null;
    };
  }
}

export {};

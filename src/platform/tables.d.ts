// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    clock: {
      only_row: Generated<boolean>;
      shift: Generated<unknown>;
    };
    installation: {
      only_row: Generated<boolean>;
      mode: 'demonstration' | 'production';
      since: Generated<Temporal.Instant>;
      store_id: string | null;
    };
    journal: {
      id: number;
      event_id: string;
      stream: string;
      name: string;
      academy: string | null;
      session: string | null;
      actor_kind: string;
      actor_id: string | null;
      on_behalf_of: string | null;
      request_id: string;
      at: Generated<Temporal.Instant>;
      business_at: Generated<Temporal.Instant>;
      data: string;
      previous_hash: Buffer | null;
      hash: Buffer;
    };
    journal_seal: {
      day: Temporal.PlainDate;
      from_at: Temporal.Instant | null;
      until_at: Temporal.Instant;
      entries: number;
      chains: number;
      previous_hash: Buffer | null;
      hash: Buffer;
      made_at: Generated<Temporal.Instant>;
    };
    letter: {
      id: string;
      event_id: string;
      template: string;
      account_id: string;
      academy: string | null;
      session: string | null;
      about: string | null;
      confidential: boolean;
      subject: string;
      body: string;
      at: Generated<Temporal.Instant>;
      created_at: Generated<Temporal.Instant>;
      signed_by: string | null;
    };
    mail: {
      id: string;
      event_id: string;
      template: string;
      recipient: string;
      account_id: string | null;
      academy: string | null;
      session: string | null;
      subject: string;
      body: string;
      state: 'waiting' | 'sending' | 'sent' | 'kept' | 'failed';
      attempts: Generated<number>;
      available_at: Generated<Temporal.Instant>;
      business_at: Generated<Temporal.Instant>;
      created_at: Generated<Temporal.Instant>;
      sent_at: Temporal.Instant | null;
      smtp_reply: string | null;
    };
    migration_checksum: {
      name: string;
      checksum: string;
      recorded_at: Generated<Temporal.Instant>;
    };
    once: {
      key: string;
      owner: string;
      purpose: string;
      outcome: ColumnType<unknown, string | null, string | null>;
      at: Generated<Temporal.Instant>;
      content: string | null;
    };
    orphan_file: {
      key: string;
      found_at: Generated<Temporal.Instant>;
    };
    refusal: {
      hour: Temporal.Instant;
      who: string;
      kind: 'not-theirs' | 'forged' | 'too-many';
      route: string;
      account_id: string | null;
      academy: string | null;
      network: string;
      times: number;
      first_at: Temporal.Instant;
      last_at: Temporal.Instant;
      request_id: string;
    };
    service_minute: {
      minute: Temporal.Instant;
      node: string;
      requests: number;
      refused: number;
      faults: number;
      slow: number;
      lag_ms: number;
      away: boolean;
      mail_seconds: Generated<number>;
      troubles: string | null;
    };
    throttle: {
      bucket: string;
      failures: number;
      window_ends_at: Temporal.Instant;
      blocked_until: Temporal.Instant;
      allowed: boolean;
    };
    trouble: {
      sort: string;
      node: string;
      since: Generated<Temporal.Instant>;
      seen_at: Generated<Temporal.Instant>;
    };
    /** A view: any room may read it. */
    journal_entry: {
      id: number;
      event_id: string;
      stream: string;
      name: string;
      academy: string | null;
      session: string | null;
      actor_kind: string;
      actor_id: string | null;
      on_behalf_of: string | null;
      request_id: string;
      at: Temporal.Instant;
      business_at: Temporal.Instant;
      data: string;
    };
    /** A view: any room may read it. */
    mail_in_box: {
      id: string;
      account_id: string | null;
      template: string;
      subject: string;
      state: 'waiting' | 'sending' | 'sent' | 'kept' | 'failed';
      business_at: Temporal.Instant;
      created_at: Temporal.Instant;
    };
    /** A view: any room may read it. */
    mail_outcome: {
      id: string;
      account_id: string | null;
      state: 'waiting' | 'sending' | 'sent' | 'kept' | 'failed';
      business_at: Temporal.Instant;
      created_at: Temporal.Instant;
      event_id: string;
      template: string;
      sent_at: Temporal.Instant | null;
      smtp_reply: string | null;
    };
    /** A view: any room may read it. */
    refusal_trace: {
      kind: 'not-theirs' | 'forged' | 'too-many';
      route: string;
      account_id: string | null;
      academy: string | null;
      network: string;
      times: number;
      first_at: Temporal.Instant;
      last_at: Temporal.Instant;
      request_id: string;
    };
    /** A view: any room may read it. */
    told_by_post: {
      id: string;
      event_id: string;
      template: string;
      account_id: string;
      academy: string | null;
      session: string | null;
      about: string | null;
      confidential: boolean;
      subject: string;
      body: string;
      at: Temporal.Instant;
      created_at: Temporal.Instant;
      signed_by: string | null;
    };
  }
}

export {};

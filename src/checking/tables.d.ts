// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    office_claim: {
      enrolment_id: string;
      confidential: boolean;
      academy: string;
      session: string;
      account_id: string;
      at: Generated<Temporal.Instant>;
    };
    office_presence: {
      account_id: string;
      academy: string;
      enrolment_id: string;
      confidential: boolean;
      since: Generated<Temporal.Instant>;
      seen_at: Generated<Temporal.Instant>;
    };
    office_queue: {
      piece_id: string;
      enrolment_id: string;
      academy: string;
      session: string;
      portfolio: string | null;
      speciality: string | null;
      code: string;
      confidential: boolean;
      state: 'handed-over' | 'received' | 'not-handed-over' | 'handed-over-unread' | 'received-unread' | 'not-handed-over-unread' | 'by-post';
      corrected: boolean;
      blocking: boolean;
      due_at: Temporal.Instant;
      due_on: Temporal.PlainDate;
      since: Temporal.Instant;
    };
    office_saved_filter: {
      id: string;
      academy: string;
      account_id: string;
      name: string;
      query: string;
      saved_at: Generated<Temporal.Instant>;
    };
    /** A view: any room may read it. */
    office_queue_source: {
      piece_id: string | null;
      enrolment_id: string | null;
      academy: string | null;
      session: string | null;
      portfolio: string | null;
      speciality: string | null;
      code: string | null;
      confidential: boolean | null;
      state: string | null;
      corrected: boolean | null;
      blocking: boolean | null;
      due_at: Temporal.Instant | null;
      due_on: Temporal.PlainDate | null;
      since: Temporal.Instant | null;
    };
  }
}

export {};

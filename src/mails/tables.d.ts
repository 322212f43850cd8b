// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    accepted_piece: {
      event_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      piece_id: string;
      accepted_at: Generated<Temporal.Instant>;
      told_at: Temporal.Instant | null;
      created_at: Generated<Temporal.Instant>;
    };
    decision_to_tell: {
      event_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      piece_id: string | null;
      created_at: Generated<Temporal.Instant>;
      settled_at: Temporal.Instant | null;
      receipt: string | null;
    };
    told_decision: {
      subject: string;
      academy: string;
      session: string;
      enrolment_id: string;
      decision: 'received' | 'compliant' | 'non-compliant' | 'validated';
      said: string | null;
      told_at: Generated<Temporal.Instant>;
    };
  }
}

export {};

// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    message: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      place: number;
      author: 'candidate' | 'office';
      staff_id: string | null;
      piece: string | null;
      words: string;
      answers: boolean;
      lot_id: string | null;
      at: Generated<Temporal.Instant>;
    };
    message_lot: {
      id: string;
      academy: string;
      officer_id: string;
      words: string;
      at: Generated<Temporal.Instant>;
    };
    message_lot_recipient: {
      lot_id: string;
      enrolment_id: string;
      state: Generated<'planned' | 'sent' | 'ended' | 'repeated' | 'no-value'>;
      settled_at: Temporal.Instant | null;
    };
    message_reading: {
      message_id: string;
      reader_id: string;
      at: Generated<Temporal.Instant>;
    };
    message_settlement: {
      enrolment_id: string;
      up_to: number;
      academy: string;
      session: string;
      officer_id: string;
      at: Generated<Temporal.Instant>;
    };
    message_template: {
      id: string;
      academy: string;
      title: string;
      about: 'piece' | 'todo' | 'other';
      words: string;
      version: Generated<number>;
      retired: Generated<boolean>;
      changed_by: string | null;
      changed_at: Generated<Temporal.Instant>;
    };
    message_template_version: {
      template_id: string;
      version: number;
      title: string;
      about: string;
      words: string;
      retired: boolean;
      changed_by: string | null;
      changed_at: Temporal.Instant;
    };
    message_thread: {
      enrolment_id: string;
      academy: string;
      session: string;
      portfolio: string | null;
      version: number;
      last_at: Temporal.Instant;
      last_author: 'candidate' | 'office';
      officer_id: string | null;
      waiting_since: Temporal.Instant | null;
      waiting: number;
      pieces: readonly string[];
    };
  }
}

export {};

// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    entry_proof: {
      entry_id: string;
      academy: string;
      officer_id: string;
      file_key: string;
      type: string;
      size: number;
      sha256: string;
      scan: 'waiting' | 'clean' | 'infected' | null;
      kept_at: Generated<Temporal.Instant>;
      checked_at: Temporal.Instant | null;
      fault: string | null;
    };
    office_claim: {
      enrolment_id: string;
      confidential: boolean;
      academy: string;
      session: string;
      account_id: string;
      at: Generated<Temporal.Instant>;
    };
    office_cover: {
      id: string;
      academy: string;
      absent_id: string;
      covering_id: string;
      portfolios: readonly string[];
      from_day: Temporal.PlainDate;
      until_day: Temporal.PlainDate;
      set_by: string;
      set_at: Generated<Temporal.Instant>;
      ended_by: string | null;
      ended_at: Temporal.Instant | null;
    };
    office_file: {
      enrolment_id: string;
      candidate_id: string;
      academy: string;
      session: string;
      portfolio: string | null;
      speciality: string | null;
      state: string;
      number: string;
      birth_name: string;
      usage_name: string | null;
      first_names: string;
      address: string;
      sort_name: string;
      names: string;
      birth_date: Temporal.PlainDate | null;
      phones: readonly string[] | null;
    };
    office_name: {
      word: string;
      academy: string;
      session: string;
      portfolio: string | null;
      state: string;
      sort_name: string;
      first_names: string;
      number: string;
      enrolment_id: string;
    };
    office_note: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      officer_id: string;
      words: string;
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
    office_word: {
      word: string;
      seen: Generated<number>;
    };
    /** A view: any room may read it. */
    listed_file: {
      enrolment_id: string;
      candidate_id: string;
      academy: string;
      session: string;
      portfolio: string | null;
      speciality: string | null;
      state: string;
      number: string;
      birth_name: string;
      usage_name: string | null;
      first_names: string;
      sort_name: string;
    };
    /** A view: any room may read it. */
    office_file_source: {
      enrolment_id: string;
      candidate_id: string;
      academy: string;
      session: string;
      portfolio: string | null;
      speciality: string | null;
      state: string | null;
      number: string | null;
      birth_name: string;
      usage_name: string | null;
      first_names: string;
      address: string;
      sort_name: string | null;
      names: string | null;
      birth_date: Temporal.PlainDate;
      phones: readonly string[] | null;
    };
    /** A view: any room may read it. */
    office_name_source: {
      word: string | null;
      academy: string;
      session: string;
      portfolio: string | null;
      state: string;
      sort_name: string;
      first_names: string;
      number: string;
      enrolment_id: string;
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
    /** A view: any room may read it. */
    set_cover: {
      id: string;
      academy: string;
      absent_id: string;
      covering_id: string;
      portfolios: readonly string[];
      from_day: Temporal.PlainDate;
      until_day: Temporal.PlainDate;
      set_by: string;
      ended_at: Temporal.Instant | null;
    };
  }
}

export {};

// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
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
      registered_at: Temporal.Instant | null;
      missing: Generated<readonly string[]>;
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
    office_tally: {
      academy: string;
      session: string;
      portfolio: string;
      speciality: string;
      what: string;
      item: string;
      count: number;
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
      address: string;
      sort_name: string;
      names: string;
      birth_date: Temporal.PlainDate | null;
      phones: readonly string[] | null;
      missing: readonly string[];
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
      registered_at: Temporal.Instant | null;
      missing: readonly string[] | null;
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
    office_tally_source: {
      academy: string | null;
      session: string | null;
      portfolio: string | null;
      speciality: string | null;
      what: string | null;
      item: string | null;
      count: number | null;
    };
  }
}

export {};

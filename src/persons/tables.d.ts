// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    changeover_import: {
      id: string;
      academy: string;
      session: string;
      name: string;
      sha256: string;
      lines: number;
      known: number;
      by: string;
      at: Generated<Temporal.Instant>;
      written_at: Temporal.Instant | null;
      taken_back_at: Temporal.Instant | null;
      taken_back_by: string | null;
      taken_back_words: string | null;
    };
    changeover_line: {
      id: string;
      import_id: string;
      at: number;
      academy: string;
      session: string;
      written: Generated<boolean>;
      number: string;
      enrolment_number: string | null;
      birth_name: string;
      usage_name: string | null;
      first_names: string;
      birth_date: Temporal.PlainDate;
      speciality: string;
      portfolio: string;
      category: string | null;
      options: string | null;
      enrolment_id: string | null;
      settled_by: string | null;
      settled_at: Temporal.Instant | null;
    };
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
    office_note: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      officer_id: string;
      words: string;
      at: Generated<Temporal.Instant>;
    };
  }
}

export {};

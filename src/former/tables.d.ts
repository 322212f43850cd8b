// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    former_claim: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      candidate_id: string;
      number: string | null;
      asked_at: Generated<Temporal.Instant>;
      state: Generated<'waiting' | 'confirmed' | 'refused'>;
      words: string | null;
      decided_by: string | null;
      decided_at: Temporal.Instant | null;
    };
    former_import: {
      id: string;
      academy: string;
      name: string;
      sha256: string;
      lines: number;
      persons: number;
      added: number;
      changed: number;
      same: number;
      expired: number;
      unchecked: number;
      by: string;
      at: Generated<Temporal.Instant>;
      rank: number | null;
      after_rank: number;
      written_at: Temporal.Instant | null;
      taken_back_at: Temporal.Instant | null;
      taken_back_by: string | null;
      taken_back_words: string | null;
    };
    former_line: {
      import_id: string;
      at: number;
      academy: string;
      number: string;
      birth_name: string;
      first_names: string;
      birth_date: Temporal.PlainDate;
      cfd: string;
      year: number;
      unit: string;
      obtained_on: Temporal.PlainDate;
      outcome: 'mark' | 'absent' | 'excused' | 'exempt';
      half_points: number | null;
      decision: 'admitted' | 'not-admitted' | null;
      until: Temporal.PlainDate;
    };
    former_link: {
      id: string;
      academy: string;
      number: string;
      candidate_id: string;
      enrolment_id: string;
      proof: 'identity' | 'transcript' | 'number' | 'seen';
      words: string | null;
      by: string;
      at: Generated<Temporal.Instant>;
      undone_at: Temporal.Instant | null;
      undone_by: string | null;
      undone_words: string | null;
    };
    /** A view: any room may read it. */
    former_result: {
      academy: string;
      number: string;
      birth_name: string;
      first_names: string;
      birth_date: Temporal.PlainDate;
      cfd: string;
      year: number;
      unit: string;
      obtained_on: Temporal.PlainDate;
      outcome: 'mark' | 'absent' | 'excused' | 'exempt';
      half_points: number | null;
      decision: 'admitted' | 'not-admitted' | null;
      until: Temporal.PlainDate;
      import_id: string;
    };
  }
}

export {};

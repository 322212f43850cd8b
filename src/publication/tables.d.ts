// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    case_letter: {
      case_id: string;
      academy: string;
      file_key: string;
      type: string;
      size: number;
      sha256: string;
      scan: 'waiting' | 'clean' | 'infected' | null;
      fault: 'missing' | 'altered' | null;
      checked_at: Temporal.Instant | null;
      kept_at: Generated<Temporal.Instant>;
    };
    published_result: {
      publication_id: string;
      enrolment_id: string;
      academy: string;
      session: string;
      speciality: string;
      decision: 'ADMITTED' | 'REFUSED' | 'NOT_JUDGED';
      result: ColumnType<unknown, string, string>;
      sha256: string;
      change_reason: string | null;
      told_at: Temporal.Instant | null;
      absent: Generated<boolean>;
      has_block: Generated<boolean>;
    };
    result_case: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      publication_id: string | null;
      kind: string;
      words: string;
      received_at: Generated<Temporal.Instant>;
      late: Generated<boolean>;
      answer_due_on: Temporal.PlainDate | null;
      outcome: 'granted' | 'refused' | null;
      answer: string | null;
      answered_by: string | null;
      answered_at: Temporal.Instant | null;
      decision_id: string | null;
      posted_on: Temporal.PlainDate | null;
      received_on: Temporal.PlainDate | null;
      typed_by: string | null;
      contested_id: string | null;
      confidential: Generated<boolean>;
    };
    result_publication: {
      id: string;
      academy: string;
      session: string;
      number: number;
      specialities: readonly string[];
      unchanged: number;
      without_verdict: number;
      sha256: string;
      prepared_by: string;
      prepared_at: Generated<Temporal.Instant>;
      announced_at: Temporal.Instant | null;
      proposed_by: string | null;
      proposed_at: Temporal.Instant | null;
      approved_by: string | null;
      approved_at: Temporal.Instant | null;
      cancelled_by: string | null;
      cancelled_at: Temporal.Instant | null;
      suspended_by: string | null;
      suspended_at: Temporal.Instant | null;
      suspended_words: string | null;
      row_version: Generated<number>;
      decision_id: string | null;
    };
    script_scan: {
      id: string;
      case_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      unit: string;
      file_key: string;
      size: number;
      sha256: string;
      pages: number;
      scan: 'waiting' | 'clean' | 'infected' | null;
      fault: 'missing' | 'altered' | null;
      checked_at: Temporal.Instant | null;
      until: Temporal.PlainDate;
      sent_by: string;
      kept_at: Generated<Temporal.Instant>;
      withdrawn_at: Temporal.Instant | null;
      erased_at: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    appeal_to_carry_out: {
      case_id: string;
      decision_id: string | null;
      enrolment_id: string;
      academy: string;
      confidential: boolean;
      answer_id: string | null;
      answered_by: string | null;
    };
    /** A view: any room may read it. */
    case_receipt_over: {
      letter_id: string | null;
    };
    /** A view: any room may read it. */
    reached_publication: {
      id: string;
      academy: string;
      session: string;
      number: number;
      announced_at: Temporal.Instant | null;
      suspended_at: Temporal.Instant | null;
      suspended_words: string | null;
    };
    /** A view: any room may read it. */
    result_outcome: {
      enrolment_id: string;
      academy: string;
      session: string;
      speciality: string;
      publication: number | null;
      decision: 'ADMITTED' | 'REFUSED' | 'NOT_JUDGED';
      result: ColumnType<unknown, string, string>;
      absent: boolean;
      has_block: boolean;
    };
    /** A view: any room may read it. */
    visible_result: {
      enrolment_id: string;
      academy: string;
      session: string;
      speciality: string;
      publication_id: string;
      number: number | null;
      announced_at: Temporal.Instant | null;
      decision: 'ADMITTED' | 'REFUSED' | 'NOT_JUDGED';
      result: ColumnType<unknown, string, string>;
      sha256: string;
      change_reason: string | null;
    };
  }
}

export {};

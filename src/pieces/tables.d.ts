// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    deposit: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      piece_id: string;
      state: 'stored' | 'removed' | 'replaced' | 'refused';
      name: string;
      type: string;
      size: number;
      sha256: string;
      file_key: string;
      receipt: string;
      enrolment_version: number;
      begun_at: Temporal.Instant;
      finished_at: Temporal.Instant;
      ended_at: Temporal.Instant | null;
      scan: 'waiting' | 'clean' | 'infected' | null;
      finding: string | null;
      erased_at: Temporal.Instant | null;
      sent_sha256: string | null;
      sent_size: number | null;
      sent_type: string | null;
      checked_at: Temporal.Instant | null;
      fault: 'missing' | 'altered' | null;
      hints: ColumnType<unknown, string | null, string | null>;
      pages: number | null;
      unread: Generated<boolean>;
      refusal: string | null;
      given_by: 'counter' | 'post' | null;
      given_on: Temporal.PlainDate | null;
      officer_id: string | null;
    };
    deposit_original: {
      deposit_id: string;
      rank: number;
      academy: string;
      session: string;
      sha256: string;
      size: number;
      type: string;
      begun_at: Temporal.Instant;
    };
    deposit_sheet: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      piece_id: string;
      rank: number;
      turns: Generated<number>;
      name: string;
      type: string;
      size: number;
      sha256: string;
      pages: number | null;
      sent_sha256: string;
      sent_size: number;
      sent_type: string;
      file_key: string;
      begun_at: Temporal.Instant;
      finished_at: Temporal.Instant;
      unread: Generated<boolean>;
      refusal: string | null;
    };
    deposit_upload: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      piece_id: string;
      name: string;
      size: number;
      sha256: string | null;
      received: Generated<number>;
      begun_at: Temporal.Instant;
      touched_at: Generated<Temporal.Instant>;
      ended_at: Temporal.Instant | null;
      receipt: string | null;
      also_receipt: string | null;
    };
    deposit_upload_part: {
      upload_id: string;
      start: number;
      size: number;
      file_key: string;
    };
    phone_code: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      piece_id: string;
      session_id: string;
      made_at: Generated<Temporal.Instant>;
      ends_at: Temporal.Instant;
      opened_at: Temporal.Instant | null;
      phone: string | null;
      ended_at: Temporal.Instant | null;
      ended_why: 'deposited' | 'replaced' | 'revoked' | null;
      receipt: string | null;
      receipts: Generated<readonly string[]>;
    };
    piece: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      code: string;
      piece_group: string;
      mode: 'online' | 'post';
      reasons: ColumnType<unknown, string, string>;
      opens_at: Temporal.Instant;
      due_at: Temporal.Instant;
      counts_for_validation: boolean;
      rank: number;
      status: Generated<'none' | 'received' | 'compliant' | 'non-compliant' | 'exempted' | 'not-applicable'>;
      comment: string | null;
      received_on: Temporal.PlainDate | null;
      reviewed_at: Temporal.Instant | null;
      handed_over_at: Temporal.Instant | null;
      row_version: Generated<number>;
      confidential: Generated<boolean>;
      excuses: Generated<readonly string[]>;
      excused_by: string | null;
      status_before: 'none' | 'received' | 'non-compliant' | null;
      correctable_until: Temporal.Instant | null;
      posted_on: Temporal.PlainDate | null;
      returned_on: Temporal.PlainDate | null;
      typed_late: Generated<boolean>;
      days_run_from: Temporal.PlainDate | null;
      awaits_notice: Generated<boolean>;
      without_mailbox: Generated<boolean>;
      given_again_at: Temporal.Instant | null;
    };
    piece_review: {
      id: string;
      academy: string;
      session: string;
      piece_id: string;
      decision: string;
      comment: string | null;
      officer_id: string;
      deposits: ColumnType<unknown, string, string>;
      at: Generated<Temporal.Instant>;
      before: ColumnType<unknown, string | null, string | null>;
    };
    review_taken_back: {
      review_id: string;
      academy: string;
      session: string;
      piece_id: string;
      officer_id: string;
      at: Generated<Temporal.Instant>;
    };
    time_again: {
      enrolment_id: string;
      ended_at: Temporal.Instant;
      until: Temporal.Instant;
      by_letter: boolean;
    };
    /** A view: any room may read it. */
    enrolment_time_again: {
      enrolment_id: string;
      ended_at: Temporal.Instant;
      until: Temporal.Instant;
    };
    /** A view: any room may read it. */
    piece_awaiting_notice: {
      enrolment_id: string;
    };
    /** A view: any room may read it. */
    piece_compliant: {
      enrolment_id: string;
      academy: string;
      code: string;
      reviewed_at: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    piece_deadline: {
      enrolment_id: string;
      academy: string;
      session: string;
      until: Temporal.Instant | null;
      counts_for_validation: boolean;
      known_at: Temporal.Instant | null;
      given: boolean | null;
    };
    /** A view: any room may read it. */
    piece_missing: {
      enrolment_id: string;
      code: string;
      until: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    piece_private_deadline: {
      enrolment_id: string;
      academy: string;
      session: string;
      until: Temporal.Instant | null;
      known_at: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    piece_refusal: {
      id: string;
      piece_id: string;
    };
    /** A view: any room may read it. */
    piece_signed_file: {
      deposit_id: string;
      enrolment_id: string;
      academy: string;
      session: string;
      until: Temporal.Instant | null;
      known_at: Temporal.Instant;
    };
    /** A view: any room may read it. */
    piece_standing: {
      enrolment_id: string;
      rank: number;
      code: string;
      due_at: Temporal.Instant | null;
      state: string | null;
      changed_at: Temporal.Instant | null;
    };
  }
}

export {};

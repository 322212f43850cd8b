// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    appealable_decision: {
      decision_id: string;
      enrolment_id: string;
      academy: string;
      session: string;
      act: string;
      title: string;
      confidential: boolean;
      of_two: boolean;
      paper_id: string | null;
      event_id: string | null;
      told_at: Generated<Temporal.Instant>;
    };
    decision_to_undo: {
      decision_id: string;
      enrolment_id: string;
      academy: string;
      at: Generated<Temporal.Instant>;
    };
    electronic_notice: {
      paper_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      agreement_id: string;
      event_id: string;
      at: Generated<Temporal.Instant>;
    };
    letter_print: {
      subject_id: string;
      academy: string;
      printed_by: string;
      printed_at: Generated<Temporal.Instant>;
    };
    letter_told: {
      id: string;
      academy: string;
      letter_id: string;
      told_on: Temporal.PlainDate;
      told_by: string;
      at: Generated<Temporal.Instant>;
      taken_back_at: Temporal.Instant | null;
      taken_back_by: string | null;
    };
    notice_letter: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string | null;
      paper_id: string | null;
      tracking: string | null;
      address: readonly string[];
      posted_on: Temporal.PlainDate;
      posted_by: string;
      at: Generated<Temporal.Instant>;
      outcome: 'received' | 'unclaimed' | 'unknown' | null;
      presented_on: Temporal.PlainDate | null;
      outcome_on: Temporal.PlainDate | null;
      outcome_by: string | null;
      taken_back_at: Temporal.Instant | null;
      taken_back_by: string | null;
      letter_id: string | null;
    };
    paper: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      kind: string;
      version: number;
      title: string;
      reference: string;
      content: ColumnType<unknown, string, string>;
      issued_at: Generated<Temporal.Instant>;
      opened_at: Temporal.Instant | null;
      pdf_key: string | null;
      pdf_sha256: string | null;
      pdf_size: number | null;
      checked_at: Temporal.Instant | null;
      fault: 'missing' | 'altered' | null;
      code: string | null;
      seal_level: 'B-B' | 'B-T' | null;
      seal_certificate: string | null;
      withheld: 'suspended' | 'withdrawn' | null;
    };
    paper_batch: {
      id: string;
      academy: string;
      session: string;
      kind: string;
      what: string;
      total: number;
      ordered_by: string;
      ordered_at: Generated<Temporal.Instant>;
      stopped_at: Temporal.Instant | null;
      finished_at: Temporal.Instant | null;
    };
    paper_batch_item: {
      batch_id: string;
      academy: string;
      session: string;
      rank: number;
      paper_id: string;
      fault: string | null;
    };
    seal_certificate: {
      id: string;
      subject: string;
      chain: string;
      self_made: boolean;
      ends_at: Temporal.Instant;
      published_at: Generated<Temporal.Instant>;
    };
    sheet_reading: {
      deposit_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      reading: ColumnType<unknown, string, string>;
      read_at: Generated<Temporal.Instant>;
    };
    verification_key: {
      id: string;
      public_key: Buffer;
      year: number;
      published_at: Generated<Temporal.Instant>;
      revoked_at: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    file_letter: {
      id: string | null;
      template: string | null;
      confidential: boolean | null;
      subject: string | null;
      body: string | null;
      at: Temporal.Instant | null;
      enrolment_id: string | null;
      academy: string | null;
      session: string | null;
      reference: string | null;
      settled: boolean | null;
      beside: readonly string[] | null;
      signed_by: string | null;
    };
    /** A view: any room may read it. */
    letter_without_news: {
      enrolment_id: string | null;
      paper_id: string | null;
      letter_id: string | null;
      posted_on: Temporal.PlainDate | null;
      confidential: boolean | null;
    };
    /** A view: any room may read it. */
    paper_outcome: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      kind: string;
      version: number;
      reference: string;
      issued_at: Temporal.Instant;
      opened_at: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    set_aside_notice: {
      enrolment_id: string;
      paper_id: string;
    };
    /** A view: any room may read it. */
    settled_letter: {
      letter_id: string | null;
    };
    /** A view: any room may read it. */
    sheet_doubt: {
      enrolment_id: string | null;
      academy: string | null;
      session: string | null;
      until: Temporal.Instant | null;
      known_at: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    standing_decision: {
      decision_id: string | null;
      enrolment_id: string | null;
      act: string | null;
      paper_id: string | null;
    };
    /** A view: any room may read it. */
    unread_paper: {
      enrolment_id: string;
      id: string;
    };
  }
}

export {};
